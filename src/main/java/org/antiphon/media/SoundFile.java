package org.antiphon.media;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;

/**
 * A file looked into for its sound, of which nothing is read yet: RIFF WAVE with PCM or floating point by this program
 * itself, which is fast and cannot be crashed, all others by FFmpeg in this process.
 *
 * <p>What is damaged is refused, never mended: a file that is cut off, announces another length than it has, or holds
 * values that are no numbers would be measured as something that it is not.
 */
public final class SoundFile {

    /** Containers that count their samples; others estimate their length. */
    private static final Set<String> COUNTING = Set.of("flac", "mp4", "wav");

    private static final double TOLERANCE_SECONDS = 0.1;

    private final Path file;
    private final MediaLimits limits;
    private final Optional<WavHeader> wav;
    private final SampleRate rate;
    private final int channels;
    private final double seconds;
    private final boolean exact;

    /** @param exact whether the declared length is counted, not estimated, and is that of the sound */
    private SoundFile(
            Path file,
            MediaLimits limits,
            Optional<WavHeader> wav,
            SampleRate rate,
            int channels,
            double seconds,
            boolean exact) {
        this.file = file;
        this.limits = limits;
        this.wav = wav;
        this.rate = rate;
        this.channels = channels;
        this.seconds = seconds;
        this.exact = exact;
    }

    /** @throws MediaRejected if the file is missing, damaged, longer than allowed, or holds no sound */
    public static SoundFile open(Path file, Duration longest) throws MediaRejected {
        if (!Files.isRegularFile(file)) {
            throw MediaRejected.of(
                    RejectionCode.UNREADABLE, file, "is not there, or is no file", "Check its name and place.");
        }
        MediaLimits own = MediaLimits.TRUSTED;
        MediaLimits limits = new MediaLimits(own.maxBytes(), own.maxPixels(), longest, own.maxStreams(), own.timeout());
        Optional<WavHeader> wav = WavHeader.read(file);
        if (wav.isPresent()) {
            WavHeader header = wav.get();
            header.checkSeconds(file, longest);
            return new SoundFile(file, limits, wav, header.rate(), header.channels(), header.seconds(), true);
        }
        MediaInfo info = new DirectMediaReader(limits).probe(file);
        MediaInfo.AudioStream stream = info.audio()
                .orElseThrow(() -> MediaRejected.of(
                        RejectionCode.NOTHING_INSIDE, file, "holds no sound", "Choose a file with sound."));
        WavHeader.checkForm(file, stream.rate().hertz(), stream.channels());
        boolean exact = info.video().isEmpty() && COUNTING.contains(info.container());
        return new SoundFile(file, limits, wav, stream.rate(), stream.channels(), info.seconds(), exact);
    }

    /** The file's own rate. */
    public SampleRate rate() {
        return rate;
    }

    /** The length that the file declares; 0 if it declares none. */
    public double seconds() {
        return seconds;
    }

    /** @throws MediaRejected if the file turns out to be damaged, or to hold no sound */
    public StoredSound read() throws MediaRejected {
        if (wav.isPresent()) {
            return new WavSamples(file, wav.get()).read();
        }
        Waveform sound = new DirectMediaReader(limits)
                .decode(file, DecodeRequest.soundAt(rate))
                .sound()
                .filter(decoded -> decoded.length() > 0)
                .orElseThrow(() -> MediaRejected.of(
                        RejectionCode.NOTHING_INSIDE, file, "holds no sound", "Choose a file with sound."));
        if (exact && sound.seconds() < seconds - TOLERANCE_SECONDS) {
            throw WavHeader.damaged(
                    file,
                    String.format(
                            Locale.ROOT,
                            "is cut off: it announces %.3f s, %.3f s are there",
                            seconds,
                            sound.seconds()));
        }
        return new StoredSound(sound, channels, List.of());
    }
}
