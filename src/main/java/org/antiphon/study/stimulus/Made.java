package org.antiphon.study.stimulus;

import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * A stimulus as a file, and what it took to make it.
 *
 * @param file holds all takes of the stimulus, see {@link org.antiphon.study.design.Takes}
 * @param bytes of one take
 * @param loudness in LUFS, as it is heard when the file is decoded; empty: silent
 * @param deviation in LU from the level that the study asks for
 * @param gain in dB from the source
 * @param truePeak in dBTP, as decoded
 */
public record Made(
        Path file,
        String mediaType,
        long bytes,
        double seconds,
        OptionalDouble loudness,
        OptionalDouble deviation,
        double gain,
        OptionalDouble truePeak) {}
