package org.antiphon.dashboard.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.dashboard.figure.Axis;
import org.antiphon.dashboard.figure.Plot;
import org.antiphon.dashboard.results.Section.Shown;
import org.antiphon.dashboard.statistics.Clusters;
import org.antiphon.dashboard.statistics.Method;
import org.antiphon.dashboard.statistics.MushraScreening.Assessor;
import org.antiphon.dashboard.statistics.MushraScreening.Reason;
import org.antiphon.dashboard.statistics.MushraScreening.Rules;

/** What the post-screening of BS.1534-3 changes: every condition before and after, and who leaves why. */
final class ScreeningFigures {

    private static final int MOST_ROWS = 30;

    private static final String DEFINITION = Method.MUSHRA_SCREENING.source()
            + ": an assessor leaves who rates the hidden reference below 90 in more than 15 % of the trials, or the mid anchor "
            + "above 90 in more than 15 % of them. Items whose mid anchor more than 25 % of the assessors rate above 90 are "
            + "left out of the second rule: they are not degraded enough.";

    private final Scope scope;

    ScreeningFigures(Scope scope) {
        this.scope = scope;
    }

    /** @param before of all assessors */
    Shown beforeAndAfter(Asked asked, Judged before, Judged after, Screening screening) {
        List<Estimate> first = estimates(asked, before);
        List<Estimate> second = estimates(asked, after);
        List<Plot.Row> rows = new ArrayList<>();
        Tabled table = new Tabled()
                .column("condition", "Condition")
                .column("assessors_before", "Assessors before")
                .column("mean_before", "Mean before", 1)
                .column("low_before", "From", 1)
                .column("high_before", "To", 1)
                .column("assessors_after", "Assessors after")
                .column("mean_after", "Mean after", 1)
                .column("low_after", "From", 1)
                .column("high_after", "To", 1);
        for (int i = 0; i < before.conditions().size(); i++) {
            Estimate b = first.get(i);
            Estimate a = second.get(i);
            rows.add(new Plot.Row(
                    before.conditions().get(i),
                    List.of(
                            new Plot.Mark(b.mean(), b.span(), Plot.Shape.OPEN, "before"),
                            new Plot.Mark(a.mean(), a.span(), Plot.Shape.FILLED, "after")),
                    ""));
            table.row(
                    before.conditions().get(i),
                    b.participants(),
                    b.mean(),
                    b.low(),
                    b.high(),
                    a.participants(),
                    a.mean(),
                    a.low(),
                    a.high());
        }
        return scope.shown(
                scope.task() + "-screening",
                "Mean by condition before and after post-screening, with 95 % intervals",
                statement(screening),
                DEFINITION + " " + Estimate.DEFINITION_T,
                new Plot.Intervals(
                        Axis.of(asked.axis(), asked.lowest(), asked.highest()),
                        List.of(),
                        List.of(new Plot.Panel("", rows))),
                table.data(),
                scope.script("screening").with("scales", List.of(asked.key())));
    }

    private static List<Estimate> estimates(Asked asked, Judged judged) {
        return Clusters.byGroup(
                        judged.conditions().size(),
                        judged.condition(),
                        judged.participants(),
                        judged.participant(),
                        judged.value())
                .stream()
                .map(clusters -> Estimate.plain(clusters, asked.lowest(), asked.highest()))
                .toList();
    }

    private String statement(Screening screening) {
        List<Assessor> assessors = screening.found().assessors();
        long low = count(assessors, Reason.REFERENCE_RATED_LOW);
        long high = count(assessors, Reason.ANCHOR_RATED_HIGH);
        int undegraded = screening.found().undegraded().size();
        return screening.left().cardinality() + " of " + Names.count(assessors.size(), "assessor")
                + (scope.query().screening() ? " leave: " : " would leave: ") + low
                + " for the hidden reference, " + high + " for the mid anchor (some for both)."
                + (undegraded == 0
                        ? ""
                        : " In " + Names.count(undegraded, "item")
                                + " the mid anchor is not degraded enough to judge by.")
                + (scope.query().screening()
                        ? " The other figures are made without them."
                        : " The other figures are made with them.");
    }

    private static long count(List<Assessor> assessors, Reason reason) {
        return assessors.stream()
                .filter(assessor -> assessor.reasons().contains(reason))
                .count();
    }

    /** Who would leave; empty if nobody would. */
    Optional<Shown> assessors(Evidence evidence, Screening screening) {
        List<Plot.Row> rows = new ArrayList<>();
        Tabled table = new Tabled()
                .column("participant", "Participant")
                .column("leaves", "Leaves")
                .column("reference_trials", "Trials with hidden reference")
                .column("reference_low", "rated below 90")
                .column("anchor_trials", "Trials with mid anchor")
                .column("anchor_high", "rated above 90");
        for (Assessor assessor : screening.found().assessors()) {
            String name = evidence.participant(assessor.participant());
            table.row(
                    name,
                    assessor.excluded() ? "yes" : "no",
                    assessor.referenceTrials(),
                    assessor.referenceLow(),
                    assessor.anchorTrials(),
                    assessor.anchorHigh());
            if (assessor.excluded() && rows.size() < MOST_ROWS) {
                rows.add(new Plot.Row(
                        name,
                        List.of(
                                new Plot.Mark(
                                        share(assessor.referenceLow(), assessor.referenceTrials()),
                                        Optional.empty(),
                                        Plot.Shape.FILLED,
                                        "reference low"),
                                new Plot.Mark(
                                        share(assessor.anchorHigh(), assessor.anchorTrials()),
                                        Optional.empty(),
                                        Plot.Shape.OPEN,
                                        "anchor high")),
                        ""));
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        double most = Rules.BS_1534_3.share();
        return Optional.of(scope.shown(
                scope.task() + "-assessors",
                "Assessors who leave by post-screening",
                "Shares of their trials. These are counts, not estimates, so they have no interval.",
                DEFINITION,
                new Plot.Intervals(
                        Axis.of("Share of trials", 0, 1),
                        List.of(new Plot.Guide(most, "15 %")),
                        List.of(new Plot.Panel("", rows))),
                table.data(),
                scope.script("screening").with("scales", List.of("score"))));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
