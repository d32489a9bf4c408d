package org.antiphon.cli.evaluation;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Note;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Timeline;
import org.antiphon.clip.Waveform;
import org.antiphon.dataset.Recording;
import org.antiphon.media.DecodeRequest;
import org.antiphon.media.DirectMediaReader;
import org.antiphon.media.MediaRejected;

/**
 * A recording under test.
 *
 * @param frames its pictures, at most 256 pixels a side, 25 a second
 * @param sound its true sound at 24 kHz, as long as the pictures
 * @param notes its annotation, where somebody made one
 */
record Subject(Recording recording, Frames frames, Waveform sound, Optional<List<Note>> notes) {

    private static final int SIDE = 256;

    /** @throws IOException naming the file that cannot be read */
    static Subject read(DirectMediaReader reader, Recording recording) throws IOException {
        try {
            Frames frames = reader.decode(
                            recording.video(),
                            recording.request(DecodeRequest.forDisplay(SIDE)).picturesOnly())
                    .frames()
                    .orElseThrow(() -> new IOException(recording.video() + " shows no picture"));
            return new Subject(recording, frames, fitted(sound(reader, recording), frames.count()), recording.notes());
        } catch (MediaRejected e) {
            throw new IOException(recording.id() + ": " + e.getMessage(), e);
        }
    }

    /** The sound of the recording's player at 24 kHz. */
    static Waveform sound(DirectMediaReader reader, Recording recording) throws IOException {
        try {
            return reader.decode(recording.sound(), recording.request(DecodeRequest.soundAt(SampleRate.MODEL)))
                    .sound()
                    .orElseThrow(() -> new IOException(recording.sound() + " holds no sound"));
        } catch (MediaRejected e) {
            throw new IOException(recording.id() + ": " + e.getMessage(), e);
        }
    }

    Timeline timeline() {
        return new Timeline(frames.count());
    }

    /** Cut, or lengthened by silence, to cover {@code videoFrames}. */
    static Waveform fitted(Waveform sound, int videoFrames) {
        return new Waveform(Arrays.copyOf(sound.samples(), new Timeline(videoFrames).samples()), sound.rate());
    }
}
