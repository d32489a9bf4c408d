package org.antiphon.metric;

import java.util.OptionalDouble;

/** What came of measuring: a value with its unit, or the reason why there is none. */
public sealed interface Measurement permits Measured, NotMeasured {

    /** The value, if there is one. */
    default OptionalDouble asDouble() {
        return this instanceof Measured measured ? OptionalDouble.of(measured.value()) : OptionalDouble.empty();
    }
}
