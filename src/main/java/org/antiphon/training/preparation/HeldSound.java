package org.antiphon.training.preparation;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.media.ClipSink;

/** The sound of a recording in a file of its own, so that parts of it can be had before and after it is decoded. */
final class HeldSound implements ClipSink, Closeable {

    private final FileChannel channel;
    private long samples;

    /** @param file is removed when this is closed */
    HeldSound(Path file) throws IOException {
        channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    @Override
    public void sound(float[] more) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * more.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : more) {
            bytes.putFloat(Float.isFinite(sample) ? sample : 0);
        }
        bytes.flip();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        samples += more.length;
    }

    @Override
    public void pictures(Picture picture, int times) {
        throw new IllegalStateException("only the sound was asked for");
    }

    long samples() {
        return samples;
    }

    /** What there is from sample {@code from} to before {@code to}. */
    Waveform part(long from, long to) throws IOException {
        int count = (int) Math.max(0, Math.min(to, samples) - from);
        ByteBuffer bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, 4 * from + bytes.position()) < 0) {
                throw new IOException("the decoded sound was cut short while it was used");
            }
        }
        float[] part = new float[count];
        bytes.flip().asFloatBuffer().get(part);
        return new Waveform(part, SampleRate.MODEL);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
