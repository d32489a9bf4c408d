package org.antiphon.dashboard.monitor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How an edition stands.
 *
 * @param at when it was counted
 * @param link where participants begin
 * @param flags how many participants have each flag, those who are left out already not counted
 * @param reviewed how many were left out or taken in by hand
 */
record Overview(
        String slug,
        String title,
        int version,
        List<Integer> versions,
        String state,
        Instant at,
        String link,
        Progress progress,
        List<Concern> health,
        List<Day> days,
        List<StepRow> steps,
        List<Balance> balance,
        List<CheckRow> checks,
        List<Hour> hours,
        Map<String, Integer> flags,
        int flagged,
        int reviewed) {

    Overview {
        flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
    }

    /**
     * Everybody who began, by how they stand.
     *
     * @param target how many completed sessions are wanted
     * @param excluded by hand, among all
     * @param answers saved, among all
     */
    record Progress(
            int target,
            int begun,
            int completed,
            int going,
            int dropped,
            int declined,
            int screenedOut,
            int overQuota,
            int excluded,
            long answers,
            Estimate estimate) {}

    /**
     * When the target is reached if it goes on like this.
     *
     * @param expected empty if it cannot be said, for the reason given
     * @param latest empty if it may as well take for ever
     */
    record Estimate(Optional<Instant> expected, Optional<Instant> earliest, Optional<Instant> latest, String reason) {}

    /** @param grave whether somebody should look at it */
    record Concern(boolean grave, String what) {}

    /** Those who began on a day, in UTC, by how they stand. */
    record Day(
            LocalDate date,
            int begun,
            int completed,
            int going,
            int dropped,
            int declined,
            int screenedOut,
            int overQuota) {}

    /**
     * A step in the order in which it was come to.
     *
     * @param answered how many answered it
     * @param left how many went away before they answered it
     * @param ended how many were sent away, or declined, by their answer to it
     * @param time quartiles of the time it took, in seconds; empty if nobody's time is known
     */
    record StepRow(String id, String name, int answered, int left, int ended, Optional<Quartiles> time) {}

    /** First quartile, median, third quartile. */
    record Quartiles(double lower, double median, double upper) {

        /** @param sorted not empty, in milliseconds */
        static Quartiles of(int[] sorted) {
            return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
        }

        /** Between the two nearest, as R's default does (Hyndman & Fan 1996, type 7); to a tenth of a second. */
        private static double at(int[] sorted, double share) {
            double place = share * (sorted.length - 1);
            int below = (int) place;
            int above = Math.min(below + 1, sorted.length - 1);
            double value = sorted[below] + (place - below) * (sorted[above] - sorted[below]);
            return Math.round(value / 100) / 10.0;
        }
    }

    /**
     * How often completed sessions have judged each item in each condition, or group of conditions that share a page.
     *
     * @param even whether no two cells are further apart than one
     * @param rows empty if there are too many to be looked at
     */
    record Balance(
            String task, String plan, int least, int most, boolean even, List<String> conditions, List<ItemRow> rows) {}

    /** @param counts one for each condition */
    record ItemRow(String item, List<Integer> counts) {}

    /**
     * @param kind as the document names it
     * @param people for whom it was decided
     * @param failing people who failed it at least once
     */
    record CheckRow(String id, String kind, int people, int failing, int passed, int failed, int notRun) {}

    /** Answers saved within an hour that begins then. */
    record Hour(Instant from, int answers) {}
}
