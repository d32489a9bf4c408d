package org.antiphon.metric;

/** Why a measurement could not be made, in words a person understands. */
public record NotMeasured(String reason) implements Measurement {

    /** @throws IllegalArgumentException if no reason is given */
    public NotMeasured {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a missing measurement needs its reason");
        }
    }
}
