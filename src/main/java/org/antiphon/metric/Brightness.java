package org.antiphon.metric;

import java.util.OptionalDouble;
import org.antiphon.clip.Hop;
import org.antiphon.clip.Waveform;
import org.antiphon.signal.Stft;

/** How much of a sound's energy lies high. */
final class Brightness {

    private static final double HIGH_HERTZ = 3000;
    private static final double FLOOR_DECIBELS = -60;
    private static final int SIZE = 1024;
    private static final int BLOCK = 128;

    private Brightness() {}

    /** Energy above 3 kHz relative to all, in dB, not below -60; empty for silence. */
    static OptionalDouble highEnergy(Waveform sound) {
        Stft stft = new Stft(SIZE, new Hop(SIZE / 2));
        int frames = stft.framesFor(sound.length());
        int border = (int) Math.ceil(HIGH_HERTZ * SIZE / sound.rate().hertz());
        double all = 0;
        double high = 0;
        for (int first = 0; first < frames; first += BLOCK) {
            float[] magnitude = stft.magnitude(sound.samples(), first, Math.min(BLOCK, frames - first));
            for (int i = 0; i < magnitude.length; i++) {
                double power = (double) magnitude[i] * magnitude[i];
                all += power;
                high += i % stft.bins() >= border ? power : 0;
            }
        }
        return all == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(FLOOR_DECIBELS, 10 * Math.log10(high / all + 1e-30)));
    }
}
