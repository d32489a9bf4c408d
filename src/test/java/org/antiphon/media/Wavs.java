package org.antiphon.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes WAVE files of every kind, good and bad, byte by byte. */
public final class Wavs {

    public int code = 1;
    public int channels = 1;
    public int rate = 24_000;
    public int bits = 16;
    public boolean extensible;
    /** What the header says; negative: the truth. */
    public long announced = -1;

    public byte[] before = new byte[0];
    public byte[] after = new byte[0];
    public int block = -1;

    /** Interleaved samples, -1 to 1. */
    public byte[] bytes(double... samples) {
        ByteBuffer data = ByteBuffer.allocate(samples.length * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
        for (double sample : samples) {
            put(data, sample);
        }
        return file(data.array());
    }

    private void put(ByteBuffer data, double sample) {
        if (code == 3) {
            if (bits == 32) {
                data.putFloat((float) sample);
            } else {
                data.putDouble(sample);
            }
            return;
        }
        long value = Math.round(sample * (1L << bits - 1));
        value = Math.max(-(1L << bits - 1), Math.min((1L << bits - 1) - 1, value)) + (bits == 8 ? 128 : 0);
        for (int i = 0; i < bits / 8; i++) {
            data.put((byte) (value >> 8 * i));
        }
    }

    /** A file around these data bytes. */
    public byte[] file(byte[] data) {
        ByteBuffer format = ByteBuffer.allocate(extensible ? 40 : 16).order(ByteOrder.LITTLE_ENDIAN);
        int blockBytes = block >= 0 ? block : channels * bits / 8;
        format.putShort((short) (extensible ? 0xFFFE : code))
                .putShort((short) channels)
                .putInt(rate);
        format.putInt(rate * blockBytes).putShort((short) blockBytes).putShort((short) bits);
        if (extensible) {
            format.putShort((short) 22).putShort((short) bits).putInt(4).putShort((short) code);
            format.put(new byte[] {0, 0, 0, 0, 16, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71});
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            out.write(chunk("RIFF", 36 + data.length, "WAVE".getBytes(StandardCharsets.US_ASCII)));
            out.write(before);
            out.write(chunk("fmt ", format.capacity(), format.array()));
            out.write(chunk("data", announced >= 0 ? announced : data.length, data));
            out.write(new byte[data.length % 2]);
            out.write(after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A chunk's name, announced length and contents. */
    public static byte[] chunk(String name, long length, byte[] contents) {
        ByteBuffer chunk = ByteBuffer.allocate(8 + contents.length).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put(name.getBytes(StandardCharsets.US_ASCII)).putInt((int) length).put(contents);
        return chunk.array();
    }

    /** A sine, the same in every channel. */
    public byte[] sine(double hertz, double amplitude, double seconds) {
        double[] samples = new double[(int) Math.round(seconds * rate) * channels];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = amplitude * Math.sin(2 * Math.PI * hertz * (i / channels) / rate);
        }
        return bytes(samples);
    }

    public static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
