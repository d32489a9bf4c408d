package org.antiphon.study.stimulus;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.antiphon.clip.Waveform;
import org.antiphon.signal.Loudness;
import org.antiphon.signal.TruePeak;
import org.antiphon.study.design.document.Id;

/**
 * Brings all versions of one item to one loudness (ITU-R BS.1770-4). Where a version would clip at the loudness of the study,
 * all versions of the item stay as much below it as that one must: a difference in level would be a hint.
 */
final class LevelMatch {

    /** What encoding and decoding may add is held off full scale by this (EBU R 128 asks for the same). */
    static final double HIGHEST_PEAK = -1;

    private LevelMatch() {}

    /**
     * A sound at its level.
     *
     * @param gain in dB
     */
    record Levelled(Waveform sound, double gain) {}

    /**
     * @param sounds by condition
     * @param target in LUFS
     */
    static Map<Id, Levelled> match(Map<Id, Waveform> sounds, double target) {
        Map<Id, OptionalDouble> loudness = sounds.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Loudness.integrated(entry.getValue())));
        double level = target;
        for (Map.Entry<Id, Waveform> entry : sounds.entrySet()) {
            OptionalDouble measured = loudness.get(entry.getKey());
            OptionalDouble peak = TruePeak.of(entry.getValue());
            if (measured.isPresent() && peak.isPresent()) {
                level = Math.min(level, measured.getAsDouble() + HIGHEST_PEAK - peak.getAsDouble());
            }
        }
        Map<Id, Levelled> matched = new LinkedHashMap<>();
        for (Map.Entry<Id, Waveform> entry : sounds.entrySet()) {
            OptionalDouble measured = loudness.get(entry.getKey());
            // what cannot be measured is silence, or so faint that raising it would only raise its noise
            double gain = measured.isPresent() ? level - measured.getAsDouble() : 0;
            matched.put(entry.getKey(), new Levelled(scaled(entry.getValue(), gain), gain));
        }
        return matched;
    }

    private static Waveform scaled(Waveform sound, double gain) {
        float factor = (float) Math.pow(10, gain / 20);
        float[] samples = sound.samples().clone();
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= factor;
        }
        return new Waveform(samples, sound.rate());
    }
}
