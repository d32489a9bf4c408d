package org.antiphon.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.antiphon.clip.Waveform;

/** Mono 24-bit PCM in a RIFF WAVE file. */
final class WavFile {

    private static final int HEADER = 44;
    private static final int BYTES = 3;

    private WavFile() {}

    static void write(Path out, Waveform sound) throws IOException {
        int data = Math.multiplyExact(sound.length(), BYTES);
        ByteBuffer file = ByteBuffer.allocate(HEADER + data + data % 2).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(file.capacity() - 8).put(ascii("WAVE"));
        int rate = sound.rate().hertz();
        file.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        file.putInt(rate).putInt(rate * BYTES).putShort((short) BYTES).putShort((short) 24);
        file.put(ascii("data")).putInt(data);
        for (float sample : sound.samples()) {
            int value = to24Bit(sample);
            file.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
        }
        Files.write(out, file.array());
    }

    /** Nearest 24-bit value; what exceeds full scale is clipped. */
    static int to24Bit(float sample) {
        return (int) Math.max(-8_388_608, Math.min(8_388_607, Math.rint(sample * 8_388_608.0)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
