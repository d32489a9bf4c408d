package org.antiphon.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import org.antiphon.clip.Waveform;

/** Reads the samples of a WAVE file whose header has been checked. */
final class WavSamples {

    private static final int BUFFER = 1 << 16;
    /** No sound is a million times full scale: such a value is damage, and its square would be no number. */
    private static final float LOUDEST = 1e6f;

    private final Path file;
    private final WavHeader header;

    WavSamples(Path file, WavHeader header) {
        this.file = file;
        this.header = header;
    }

    StoredSound read() throws MediaRejected {
        float[] mono = new float[(int) header.frames()];
        try (FileChannel in = FileChannel.open(file)) {
            in.position(header.start());
            int frameBytes = header.frameBytes();
            ByteBuffer buffer = ByteBuffer.allocate(Math.max(1, BUFFER / frameBytes) * frameBytes)
                    .order(ByteOrder.LITTLE_ENDIAN);
            int at = 0;
            while (at < mono.length) {
                fill(in, buffer, (long) (mono.length - at) * frameBytes);
                while (buffer.hasRemaining()) {
                    mono[at] = mean(buffer, at);
                    at++;
                }
            }
        } catch (IOException e) {
            MediaRejected rejected = WavHeader.damaged(file, "could not be read to its end (" + e.getMessage() + ")");
            rejected.initCause(e);
            throw rejected;
        }
        return new StoredSound(
                new Waveform(mono, header.rate()),
                header.channels(),
                header.streamed() ? List.of("length taken from the file's size") : List.of());
    }

    private static void fill(FileChannel in, ByteBuffer buffer, long wanted) throws IOException {
        buffer.clear();
        buffer.limit((int) Math.min(buffer.capacity(), wanted));
        while (buffer.hasRemaining()) {
            if (in.read(buffer) < 0) {
                throw new IOException("the file became shorter while it was read");
            }
        }
        buffer.flip();
    }

    private float mean(ByteBuffer buffer, int frame) throws MediaRejected {
        double sum = 0;
        for (int c = 0; c < header.channels(); c++) {
            double value = header.floating() ? floating(buffer) : whole(buffer);
            if (!(Math.abs(value) <= LOUDEST)) {
                throw WavHeader.damaged(
                        file, "holds " + value + " at sample " + frame + ", which is no value of a sound");
            }
            sum += value;
        }
        return (float) (sum / header.channels());
    }

    private double floating(ByteBuffer buffer) {
        return header.width() == Float.BYTES ? buffer.getFloat() : buffer.getDouble();
    }

    private double whole(ByteBuffer buffer) {
        return switch (header.width()) {
            case 1 -> ((buffer.get() & 0xFF) - 128) / 128.0; // the only width without a sign
            case 2 -> buffer.getShort() / 32_768.0;
            case 3 -> ((buffer.get() & 0xFF) | (buffer.get() & 0xFF) << 8 | buffer.get() << 16) / 8_388_608.0;
            case 4 -> buffer.getInt() / 2_147_483_648.0;
            default -> throw new IllegalStateException("samples of " + header.width() + " bytes were accepted");
        };
    }
}
