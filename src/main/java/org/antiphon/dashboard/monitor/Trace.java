package org.antiphon.dashboard.monitor;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a session has left behind, as numbers: small enough that those of ten thousand sessions stay in memory.
 *
 * @param steps those that were answered, in order, by their numbers in {@link Names}
 * @param took how long each took, in milliseconds; -1 if it is not known
 * @param hours when each was saved, in hours since 1970
 * @param cells what was judged on each main page, see {@link Cell}, by their numbers in {@link Names}
 * @param checks how each check came out, by its id
 * @param pages how many main pages were answered
 * @param median time for a main page, in seconds
 */
record Trace(
        int[] steps,
        int[] took,
        int[] hours,
        int[] cells,
        Map<String, Outcomes> checks,
        int pages,
        OptionalDouble median,
        List<Flag> flags) {

    Trace {
        checks = Map.copyOf(checks);
        flags = List.copyOf(flags);
    }

    /** How often a check was passed, failed, and not run. */
    record Outcomes(int passed, int failed, int notRun) {

        Outcomes plus(Outcomes more) {
            return new Outcomes(passed + more.passed, failed + more.failed, notRun + more.notRun);
        }
    }
}
