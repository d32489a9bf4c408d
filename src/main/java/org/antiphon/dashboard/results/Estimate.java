package org.antiphon.dashboard.results;

import java.util.Optional;
import org.antiphon.dashboard.figure.Span;
import org.antiphon.dashboard.statistics.ClusteredMean;
import org.antiphon.dashboard.statistics.Clusters;
import org.antiphon.dashboard.statistics.Interval;
import org.antiphon.dashboard.statistics.Method;
import org.antiphon.dashboard.statistics.Result;

/**
 * A mean as it is told: with its interval, or with the reason why it has none.
 *
 * @param mean NaN if nobody has answered
 * @param interval cut at the ends of the scale
 * @param how the interval was found, or why there is none
 */
record Estimate(double mean, int participants, long ratings, Optional<Interval> interval, String how) {

    /** How often participants are drawn anew. */
    static final int RESAMPLES = 2000;

    /** With more participants the bootstrap says what the t interval says, only later. */
    static final int MOST_FOR_BOOTSTRAP = 2000;

    static final String DEFINITION =
            "Mean of all ratings. The 95 % interval knows that ratings of one participant are alike: "
                    + Method.CLUSTERED_BOOTSTRAP.source() + " (" + RESAMPLES
                    + " draws); with fewer than 5 or more than "
                    + MOST_FOR_BOOTSTRAP + " participants " + Method.CLUSTERED_T.source()
                    + ". It speaks of all participants who might have come, and of just these items.";

    static final String DEFINITION_T =
            "Mean of all ratings. The 95 % interval knows that ratings of one participant are alike: "
                    + Method.CLUSTERED_T.source() + ".";

    /** By drawing participants anew, where that can be done. */
    static Estimate drawn(Clusters clusters, double lowest, double highest, long seed) {
        Result<ClusteredMean> drawn = clusters.participants() > MOST_FOR_BOOTSTRAP
                ? Result.unknown("many participants")
                : ClusteredMean.bootstrap(clusters, Interval.CUSTOMARY, RESAMPLES, seed);
        return drawn.found()
                .map(found -> of(found, "bootstrap", lowest, highest))
                .orElseGet(() -> plain(clusters, lowest, highest));
    }

    /** By the t distribution: what many small pictures are made of. */
    static Estimate plain(Clusters clusters, double lowest, double highest) {
        Result<ClusteredMean> found = ClusteredMean.of(clusters, Interval.CUSTOMARY);
        return found.found()
                .map(known -> of(known, "t", lowest, highest))
                .orElseGet(() -> new Estimate(
                        clusters.mean(),
                        clusters.participants(),
                        clusters.ratings(),
                        Optional.empty(),
                        found.whyNot().orElseThrow()));
    }

    /** Of numbers that have a range of their own, which the interval does not leave. */
    static Estimate bounded(Clusters clusters, double lowest, double highest) {
        return ClusteredMean.bounded(clusters, lowest, highest, Interval.CUSTOMARY)
                .found()
                .map(known -> of(known, "t", lowest, highest))
                .orElseGet(() -> plain(clusters, lowest, highest));
    }

    private static Estimate of(ClusteredMean mean, String how, double lowest, double highest) {
        return new Estimate(
                mean.mean(),
                mean.participants(),
                mean.ratings(),
                Optional.of(mean.interval().within(lowest, highest)),
                how);
    }

    Optional<Span> span() {
        return interval.flatMap(Estimate::span);
    }

    /** An interval as it can be drawn; empty if it goes on for ever. */
    static Optional<Span> span(Interval interval) {
        return Double.isFinite(interval.low()) && Double.isFinite(interval.high())
                ? Optional.of(new Span(interval.low(), interval.high()))
                : Optional.empty();
    }

    double low() {
        return interval.map(Interval::low).orElse(Double.NaN);
    }

    double high() {
        return interval.map(Interval::high).orElse(Double.NaN);
    }
}
