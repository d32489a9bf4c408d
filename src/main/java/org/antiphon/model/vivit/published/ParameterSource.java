package org.antiphon.model.vivit.published;

import java.io.UncheckedIOException;
import org.antiphon.model.vivit.published.VivitCheckpoint.Misfit;

/** Where a network's first values come from, by the keys of the published layout without their prefix. */
interface ParameterSource {

    /**
     * Values of a parameter, row-major.
     *
     * @throws Misfit naming the key if it is missing or of another shape
     * @throws UncheckedIOException if it cannot be read
     */
    float[] read(String key, long... shape);

    /** Whether there is such a parameter. */
    boolean has(String key);

    /** For a network whose values are read from elsewhere afterwards. */
    static ParameterSource blank() {
        return new ParameterSource() {
            @Override
            public float[] read(String key, long... shape) {
                long size = 1;
                for (long axis : shape) {
                    size *= axis;
                }
                return new float[Math.toIntExact(size)];
            }

            @Override
            public boolean has(String key) {
                return false;
            }
        };
    }
}
