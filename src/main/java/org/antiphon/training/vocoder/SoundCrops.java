package org.antiphon.training.vocoder;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.training.Example;

/** Sounds at 24 kHz, kept as 16-bit numbers, of which random stretches are taken. */
public final class SoundCrops {

    private static final float FULL_SCALE = 32767f;
    private static final double AUDIBLE = 1e-3;
    private static final int TRIES = 4;

    private final List<short[]> sounds = new ArrayList<>();

    static SoundCrops of(List<Example> examples) {
        SoundCrops crops = new SoundCrops();
        for (Example example : examples) {
            crops.add(new Waveform(example.sound(0, example.timeline().samples()), SampleRate.MODEL));
        }
        return crops;
    }

    /** @throws IllegalArgumentException if the sound has another rate */
    public void add(Waveform sound) {
        if (!sound.rate().equals(SampleRate.MODEL)) {
            throw new IllegalArgumentException(
                    "crops are taken at 24000 Hz, got " + sound.rate().hertz() + " Hz");
        }
        short[] kept = new short[sound.length()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = (short) Math.round(Math.max(-1, Math.min(1, sound.samples()[i])) * FULL_SCALE);
        }
        sounds.add(kept);
    }

    public int size() {
        return sounds.size();
    }

    /**
     * A stretch that is audible if a few tries find one, at a random level of -15 to +3 dB that does not clip.
     *
     * @throws IllegalStateException if there is no sound
     */
    float[] random(int length, RandomGenerator random) {
        if (sounds.isEmpty()) {
            throw new IllegalStateException("there is no sound to take crops of");
        }
        float[] crop = crop(length, random);
        for (int i = 1; i < TRIES && level(crop) < AUDIBLE; i++) {
            crop = crop(length, random);
        }
        float peak = 1e-4f;
        for (float sample : crop) {
            peak = Math.max(peak, Math.abs(sample));
        }
        float gain = (float) Math.min(1 / peak, Math.pow(10, (random.nextDouble() * 18 - 15) / 20));
        for (int i = 0; i < crop.length; i++) {
            crop[i] *= gain;
        }
        return crop;
    }

    private float[] crop(int length, RandomGenerator random) {
        short[] sound = sounds.get(random.nextInt(sounds.size()));
        int start = sound.length <= length ? 0 : random.nextInt(sound.length - length + 1);
        float[] crop = new float[length];
        for (int i = 0; i < Math.min(length, sound.length); i++) {
            crop[i] = sound[start + i] / FULL_SCALE;
        }
        return crop;
    }

    private static double level(float[] crop) {
        double sum = 0;
        for (float sample : crop) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / crop.length);
    }
}
