package org.antiphon.media;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;

/** Pictures and sounds of which a test can tell when and where they are. */
final class Scenes {

    private Scenes() {}

    static Picture gradient(int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = (y * width + x) * 3;
                rgb[at] = (byte) (x * 255 / Math.max(1, width - 1));
                rgb[at + 1] = (byte) (y * 255 / Math.max(1, height - 1));
                rgb[at + 2] = (byte) 128;
            }
        }
        return new Picture(width, height, rgb);
    }

    /** {@code count} pictures; picture i is grey of level {@link #level}. */
    static List<Picture> clock(int width, int height, int count) {
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pictures.add(plain(width, height, level(i)));
        }
        return pictures;
    }

    /** The grey level of picture i: 20 levels of 10, neighbours 70 apart or more, so that none is mistaken. */
    static int level(int index) {
        return 30 + (index * 7 % 20) * 10;
    }

    /** A pattern that wanders and changes, so that every picture can be told from every other. */
    static Picture textured(int width, int height, int index) {
        byte[] rgb = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int value = (x * 5 + index * 3) % 120 + (y * 7 + index) % 80 + index % 50;
                java.util.Arrays.fill(rgb, (y * width + x) * 3, (y * width + x) * 3 + 3, (byte) value);
            }
        }
        return new Picture(width, height, rgb);
    }

    static Picture plain(int width, int height, int level) {
        byte[] rgb = new byte[width * height * 3];
        java.util.Arrays.fill(rgb, (byte) level);
        return new Picture(width, height, rgb);
    }

    /** Black but for a quarter at the top left in red. */
    static Picture redTopLeft(int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        for (int y = 0; y < height / 2; y++) {
            for (int x = 0; x < width / 2; x++) {
                rgb[(y * width + x) * 3] = (byte) 220;
            }
        }
        return new Picture(width, height, rgb);
    }

    static Waveform sine(double hertz, int rate, int samples) {
        float[] values = new float[samples];
        for (int i = 0; i < samples; i++) {
            values[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return new Waveform(values, new SampleRate(rate));
    }

    /** Silence with one short burst of a tone from {@code at} on. */
    static Waveform burst(int rate, int samples, int at) {
        float[] values = new float[samples];
        for (int i = at; i < Math.min(samples, at + rate / 20); i++) {
            values[i] = (float) (0.8 * Math.sin(2 * Math.PI * 1000 * (i - at) / rate));
        }
        return new Waveform(values, new SampleRate(rate));
    }
}
