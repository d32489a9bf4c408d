package org.antiphon.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;

/** An mp4 being written picture by picture; the sound, known as a whole, goes in step with the pictures. */
final class Mp4File implements AutoCloseable {

    private final FrameRate rate;
    private final MediaOutput output;
    private final PictureTrack seen;
    private final Optional<SoundTrack> heard;
    private long count;

    /** @param coded the frames to be written in place of those that the encoder makes of the sound */
    Mp4File(Path out, int width, int height, FrameRate rate, Optional<Waveform> sound, Optional<CodedSound> coded)
            throws IOException {
        this.rate = rate;
        output = new MediaOutput(out, "mp4");
        try {
            seen = new PictureTrack(output, width, height, rate);
            heard = sound.isPresent() && sound.get().length() > 0
                    ? Optional.of(
                            coded.isPresent()
                                    ? SoundTrack.aac(
                                            output, sound.get(), coded.get().instead())
                                    : SoundTrack.aac(output, sound.get()))
                    : Optional.empty();
            output.begin(playableEarly(sound));
        } catch (IOException e) {
            output.close();
            throw e;
        }
    }

    /** Index first, and a clock in which the edit list can say the sound's length to the sample. */
    static Map<String, String> playableEarly(Optional<Waveform> sound) {
        int clock = sound.map(heard -> heard.rate().hertz()).orElse(SampleRate.STUDIO.hertz());
        return Map.of("movflags", "+faststart", "movie_timescale", Integer.toString(clock));
    }

    void write(Picture picture) throws IOException {
        seen.write(picture);
        count++;
        if (heard.isPresent()) {
            heard.get().writeUntil(rate.secondsAt(count));
        }
    }

    /** Writes the rest of the sound and completes the file. */
    void finish() throws IOException {
        if (heard.isPresent()) {
            heard.get().writeUntil(Double.POSITIVE_INFINITY);
        }
        output.finish();
    }

    @Override
    public void close() {
        seen.close();
        output.close();
    }
}
