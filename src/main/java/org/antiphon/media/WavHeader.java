package org.antiphon.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.antiphon.clip.SampleRate;

/**
 * What a RIFF WAVE file says of its samples, checked against the file.
 *
 * @param floating whether samples are floating point (4 or 8 bytes), else whole numbers (1 to 4 bytes)
 * @param width bytes of a sample
 * @param start first byte of the samples
 * @param frames samples per channel
 * @param streamed whether the header left the length open, as programs do that write into a pipe
 */
record WavHeader(
        boolean floating, int width, int channels, SampleRate rate, long start, long frames, boolean streamed) {

    private static final int LOWEST_RATE = 1_000;
    private static final int HIGHEST_RATE = 384_000;
    private static final int MOST_CHANNELS = 64;

    double seconds() {
        return rate.seconds(frames);
    }

    int frameBytes() {
        return width * channels;
    }

    /**
     * Empty if the file is no RIFF WAVE, or one whose coding is FFmpeg's to read.
     *
     * @throws MediaRejected if it is one and damaged
     */
    static Optional<WavHeader> read(Path file) throws MediaRejected {
        try (FileChannel in = FileChannel.open(file)) {
            if (in.size() == 0) {
                throw MediaRejected.of(
                        RejectionCode.EMPTY,
                        file,
                        "is empty (0 bytes)",
                        "Choose the file again, or export it once more.");
            }
            RiffChunks chunks = new RiffChunks(in);
            return chunks.isWave() ? of(file, chunks) : Optional.empty();
        } catch (IOException e) {
            MediaRejected rejected =
                    MediaRejected.of(RejectionCode.UNREADABLE, file, "cannot be read", "Check that it may be read.");
            rejected.initCause(e);
            throw rejected;
        }
    }

    private static Optional<WavHeader> of(Path file, RiffChunks chunks) throws IOException, MediaRejected {
        WavLayout layout = new WavLayout(file, chunks);
        Optional<WavCoding> coding = WavCoding.of(layout.format());
        if (coding.isEmpty()) {
            return Optional.empty();
        }
        WavCoding form = coding.get();
        checkForm(file, form.rate(), form.channels());
        if (form.contradictory()) {
            throw damaged(file, "describes its samples in numbers that contradict each other");
        }
        int frameBytes = form.width() * form.channels();
        WavLayout.Data data = layout.data((long) form.rate() * frameBytes);
        long rest = data.bytes() % frameBytes;
        if (rest != 0 && !(data.streamed() && rest == 1)) {
            throw damaged(file, "ends in the middle of a sample");
        }
        long frames = data.bytes() / frameBytes;
        if (frames == 0) {
            throw MediaRejected.of(RejectionCode.NOTHING_INSIDE, file, "holds no sound", "Choose a file with sound.");
        }
        return Optional.of(new WavHeader(
                form.floating(),
                form.width(),
                form.channels(),
                new SampleRate(form.rate()),
                data.start(),
                frames,
                data.streamed()));
    }

    static void checkForm(Path file, int rate, int channels) throws MediaRejected {
        if (rate < LOWEST_RATE || rate > HIGHEST_RATE || channels < 1 || channels > MOST_CHANNELS) {
            throw MediaRejected.of(
                    RejectionCode.UNSUPPORTED_CODEC,
                    file,
                    "has sound of " + Integer.toUnsignedString(rate) + " Hz and " + channels + " channels",
                    "Export it with 1 to 384 kHz and at most " + MOST_CHANNELS + " channels.");
        }
    }

    void checkSeconds(Path file, Duration longest) throws MediaRejected {
        if (seconds() > longest.toMillis() / 1000.0) {
            throw MediaRejected.of(
                    RejectionCode.TOO_LONG,
                    file,
                    String.format(Locale.ROOT, "lasts %.1f minutes", seconds() / 60),
                    "At most " + longest.toMinutes() + " minutes are taken: cut out the part you want.");
        }
    }

    static MediaRejected damaged(Path file, String finding) {
        return MediaRejected.of(RejectionCode.DAMAGED, file, finding, "Copy or export it again.");
    }

    /** Little-endian view of an array. */
    static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
