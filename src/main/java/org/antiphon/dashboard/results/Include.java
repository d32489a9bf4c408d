package org.antiphon.dashboard.results;

import java.util.Locale;
import org.antiphon.dashboard.reading.Standing;

/** Whose answers are looked at. */
public enum Include {
    /** Those who finished and whom neither a rule nor a person left out. */
    COUNTED,
    /** These, and those who were left out by a rule or by hand. */
    EXCLUDED,
    /** Everybody, also who is on the way or has stopped. */
    ALL;

    /** Its name in addresses. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean takes(Standing standing) {
        return switch (this) {
            case COUNTED -> standing.counted();
            case EXCLUDED ->
                standing.counted()
                        || standing.cause().equals(Standing.RULE)
                        || standing.cause().equals(Standing.HAND);
            case ALL -> true;
        };
    }
}
