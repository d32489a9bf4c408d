package org.antiphon.signal;

import java.util.OptionalDouble;
import org.antiphon.clip.Waveform;

/** The highest level a sound reaches, between its samples as well (ITU-R BS.1770-4, annex 2). */
public final class TruePeak {

    private static final int OVERSAMPLING = 4;

    private TruePeak() {}

    /** The peak in dBTP, by four times the rate; nothing where the sound is silent. */
    public static OptionalDouble of(Waveform sound) {
        int rate = sound.rate().hertz();
        float peak = 0;
        for (float sample : sound.samples()) {
            peak = Math.max(peak, Math.abs(sample));
        }
        if (peak == 0) {
            return OptionalDouble.empty();
        }
        for (float sample : Resampler.resample(sound.samples(), rate, Math.multiplyExact(rate, OVERSAMPLING))) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return OptionalDouble.of(20 * Math.log10(peak));
    }
}
