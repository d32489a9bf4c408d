package org.antiphon.signal;

import org.antiphon.clip.Hop;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;

/** How strong each of the twelve pitch classes sounds over time, ten times a second, octaves folded together. */
public final class Chroma {

    /** Pitch classes, from C. */
    public static final int CLASSES = 12;

    /** Frames a second. */
    public static final int RATE = 10;

    private static final int SIZE = 8192;
    private static final double LOWEST_HERTZ = 60;
    private static final double HIGHEST_HERTZ = 5000;

    private Chroma() {}

    /** Power per pitch class, {@code [frame * CLASSES + class]}; frame i is centred on i / {@link #RATE} seconds. */
    public static float[] of(Waveform sound) {
        float[] samples = Resampler.to(sound, SampleRate.MODEL).samples();
        Stft stft = new Stft(SIZE, new Hop(SampleRate.MODEL.hertz() / RATE));
        int frames = stft.framesFor(samples.length);
        float[] chroma = new float[frames * CLASSES];
        int[] classOf = classes(stft.bins());
        stft.forEach(samples, frames, (frame, re, im) -> {
            for (int k = 0; k < classOf.length; k++) {
                if (classOf[k] >= 0) {
                    chroma[frame * CLASSES + classOf[k]] += (float) (re[k] * re[k] + im[k] * im[k]);
                }
            }
        });
        return chroma;
    }

    private static int[] classes(int bins) {
        int[] classes = new int[bins];
        for (int k = 0; k < bins; k++) {
            double hertz = (double) k * SampleRate.MODEL.hertz() / SIZE;
            boolean heard = hertz >= LOWEST_HERTZ && hertz <= HIGHEST_HERTZ;
            classes[k] = heard ? Math.floorMod(Math.round(69 + 12 * Math.log(hertz / 440) / Math.log(2)), CLASSES) : -1;
        }
        return classes;
    }
}
