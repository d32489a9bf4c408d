package org.antiphon.dashboard.reading;

import java.util.OptionalDouble;

/**
 * A clip that participants got.
 *
 * @param condition its condition
 * @param kind of the condition, as documents call it
 * @param loudness LUFS as encoded; empty: silent, or too short to be measured
 * @param deviation LU from the level of its item
 * @param gain dB from the source
 * @param truePeak dBTP
 */
public record StimulusRecord(
        int version,
        String item,
        String condition,
        String kind,
        String sha256,
        String mediaType,
        long bytes,
        double seconds,
        OptionalDouble loudness,
        OptionalDouble deviation,
        double gain,
        OptionalDouble truePeak) {}
