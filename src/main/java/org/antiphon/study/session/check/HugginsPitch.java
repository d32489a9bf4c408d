package org.antiphon.study.session.check;

import java.util.Random;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Waveform;

/**
 * Huggins pitch: one white noise for both ears, of which one ear hears a narrow band inverted. With headphones a faint tone
 * stands out of the noise, though neither ear alone hears one; over loudspeakers the two mix and the tone is gone. The
 * headphone test of Milne et al. (2021): a second of noise, 180 degrees within 6 % around 600 Hz.
 */
final class HugginsPitch {

    private static final double CENTRE = 600;
    private static final double WIDTH = 0.06;
    private static final double SECONDS = 1;

    /** Fades at both ends, so that neither clicks. */
    private static final double FADE = 0.1;

    /** Root mean square of full scale: loud enough beside the clips, and no peak of the noise is clipped. */
    private static final double LEVEL = 0.05;

    private HugginsPitch() {}

    /** The noise, with the tone in it or without; the two cannot be told by either channel alone. */
    static StereoSound of(Seed seed, boolean tone, SampleRate rate) {
        int length = (int) Math.round(SECONDS * rate.hertz());
        Random random = new Random(seed.value());
        double[] noise = new double[length];
        for (int i = 0; i < length; i++) {
            noise[i] = LEVEL * random.nextGaussian();
        }
        double[] other = noise.clone();
        // computed even where it is not used: otherwise a sound with the tone would take longer to come
        double[] band = band(noise, rate);
        double gain = tone ? 2 : 0;
        for (int i = 0; i < length; i++) {
            other[i] -= gain * band[i];
        }
        return new StereoSound(faded(noise, rate), faded(other, rate));
    }

    /**
     * What of the noise lies in the band: the discrete Fourier series of the whole second, summed over the bins from 564
     * to 636 Hz. Seventy bins, computed one by one, are quicker than they are long to explain.
     */
    private static double[] band(double[] noise, SampleRate rate) {
        int n = noise.length;
        double perBin = (double) rate.hertz() / n;
        int first = (int) Math.ceil(CENTRE * (1 - WIDTH) / perBin);
        int last = (int) Math.floor(CENTRE * (1 + WIDTH) / perBin);
        double[] band = new double[n];
        for (int k = first; k <= last; k++) {
            // cosine and sine go round by a rotation for each sample; a second of it strays by less than 1e-10
            double cosStep = Math.cos(2 * Math.PI * k / n);
            double sinStep = Math.sin(2 * Math.PI * k / n);
            double re = 0;
            double im = 0;
            double cos = 1;
            double sin = 0;
            for (int i = 0; i < n; i++) {
                re += noise[i] * cos;
                im += noise[i] * sin;
                double turned = cos * cosStep - sin * sinStep;
                sin = sin * cosStep + cos * sinStep;
                cos = turned;
            }
            cos = 1;
            sin = 0;
            for (int i = 0; i < n; i++) {
                band[i] += 2.0 / n * (re * cos + im * sin);
                double turned = cos * cosStep - sin * sinStep;
                sin = sin * cosStep + cos * sinStep;
                cos = turned;
            }
        }
        return band;
    }

    static Waveform faded(double[] samples, SampleRate rate) {
        int fade = (int) Math.round(FADE * rate.hertz());
        float[] faded = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            int edge = Math.min(i, samples.length - 1 - i);
            double gain = edge >= fade ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * edge / fade);
            faded[i] = (float) Math.max(-1, Math.min(1, gain * samples[i]));
        }
        return new Waveform(faded, rate);
    }
}
