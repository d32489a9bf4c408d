package org.antiphon.dashboard.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.dashboard.figure.Axis;
import org.antiphon.dashboard.figure.Data;
import org.antiphon.dashboard.figure.Plot;
import org.antiphon.dashboard.results.Section.Shown;
import org.antiphon.dashboard.statistics.Clusters;
import org.antiphon.dashboard.statistics.Result;
import org.antiphon.dashboard.statistics.Summary;

/** Means of ratings with intervals clustered by participant: by condition and scale, by item, by group. */
final class MeanFigures {

    /** More rows make no picture; the table has all. */
    private static final int MOST_ROWS = 48;

    private final Scope scope;

    MeanFigures(Scope scope) {
        this.scope = scope;
    }

    /** One panel a scale; scales of the same ends share an axis and a figure. */
    List<Shown> byCondition(Map<Asked, Judged> answers) {
        Map<String, List<Asked>> alike = new LinkedHashMap<>();
        answers.keySet().forEach(asked -> alike.computeIfAbsent(
                        asked.lowest() + " " + asked.highest(), key -> new ArrayList<>())
                .add(asked));
        List<Shown> figures = new ArrayList<>();
        alike.values().forEach(scales -> figures.add(byCondition(scales, answers, figures.size())));
        return figures;
    }

    private Shown byCondition(List<Asked> scales, Map<Asked, Judged> answers, int number) {
        List<Plot.Panel> panels = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        Tabled table = table("scale", "Scale");
        for (Asked asked : scales) {
            Judged judged = answers.get(asked);
            List<Clusters> clusters = Clusters.byGroup(
                    judged.conditions().size(),
                    judged.condition(),
                    judged.participants(),
                    judged.participant(),
                    judged.value());
            List<Estimate> estimates = new ArrayList<>();
            for (int i = 0; i < clusters.size(); i++) {
                estimates.add(Estimate.drawn(clusters.get(i), asked.lowest(), asked.highest(), scope.seed() + i));
            }
            List<Result<Summary>> summaries =
                    Summary.byGroup(judged.conditions().size(), judged.condition(), judged.value());
            panels.add(new Plot.Panel(scales.size() > 1 ? asked.name() : "", rows(judged.conditions(), estimates)));
            rows(table, asked.key(), judged.conditions(), estimates, summaries);
            statements.add(asked.name() + ": " + Sentences.highestAndLowest(judged.conditions(), estimates));
        }
        Asked first = scales.get(0);
        Axis axis = Axis.of(scales.size() > 1 ? shared(first) : first.axis(), first.lowest(), first.highest());
        String title = "Mean by condition" + (scales.size() > 1 ? " and scale" : "") + ", with 95 % intervals";
        Judged any = answers.get(first);
        String who = Names.count(any.judges(), "participant") + ", " + Names.count(any.size(), "rating") + " a scale. ";
        return shown(
                scope.task() + "-means" + (number == 0 ? "" : "-" + (number + 1)),
                title,
                (scales.size() > 1 ? who : who.replace(" a scale", "")) + String.join(" ", statements),
                Estimate.DEFINITION,
                new Plot.Intervals(axis, List.of(), panels),
                table.data(),
                scales);
    }

    private static String shared(Asked asked) {
        return "From " + Math.round(asked.lowest()) + " to " + Math.round(asked.highest()) + "; more is more";
    }

    /** One panel an item. */
    Shown byItem(Asked asked, Judged judged) {
        int conditions = judged.conditions().size();
        int drawn = Math.max(1, Math.min(judged.items().size(), MOST_ROWS / Math.max(1, conditions)));
        Cells cells = cells(asked, judged, judged.item(), judged.items().size());
        String all = drawn == judged.items().size()
                ? ""
                : " The picture shows the first " + drawn + " of "
                        + judged.items().size() + " items, the table all.";
        return parts(
                scope.task() + "-items-" + Names.slug(asked.key()),
                asked.name() + ": mean by item and condition",
                Sentences.itemOrder(judged, cells.estimates()) + all,
                "item",
                asked,
                judged,
                judged.items(),
                cells,
                drawn);
    }

    /** One panel a group of participants. */
    Shown byGroup(Asked asked, Judged judged, String groupedBy) {
        Cells cells = cells(asked, judged, judged.group(), judged.groups().size());
        return parts(
                scope.task() + "-groups-" + Names.slug(asked.key()),
                asked.name() + ": mean by group and condition",
                "Participants by their answer to " + groupedBy
                        + ". Groups were not drawn by chance: what differs between " + "them may have other reasons.",
                "group",
                asked,
                judged,
                judged.groups(),
                cells,
                judged.groups().size());
    }

    /** By part, then by condition. */
    private record Cells(List<List<Estimate>> estimates, List<List<Result<Summary>>> summaries) {}

    private static Cells cells(Asked asked, Judged judged, int[] part, int parts) {
        int conditions = judged.conditions().size();
        int[] cell = new int[judged.size()];
        for (int i = 0; i < cell.length; i++) {
            cell[i] = part[i] < 0 || judged.condition()[i] < 0 ? -1 : part[i] * conditions + judged.condition()[i];
        }
        List<Clusters> clusters = Cellwise.of(parts * conditions, cell, judged);
        List<Result<Summary>> summaries = Summary.byGroup(parts * conditions, cell, judged.value());
        Cells cells = new Cells(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < parts; i++) {
            int from = i * conditions;
            cells.estimates.add(clusters.subList(from, from + conditions).stream()
                    .map(one -> Estimate.plain(one, asked.lowest(), asked.highest()))
                    .toList());
            cells.summaries.add(summaries.subList(from, from + conditions));
        }
        return cells;
    }

    private Shown parts(
            String name,
            String title,
            String statement,
            String what,
            Asked asked,
            Judged judged,
            List<String> parts,
            Cells cells,
            int drawn) {
        Tabled table = table(what, Names.human(what));
        List<Plot.Panel> panels = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            rows(
                    table,
                    parts.get(i),
                    judged.conditions(),
                    cells.estimates().get(i),
                    cells.summaries().get(i));
            if (i < drawn) {
                panels.add(new Plot.Panel(
                        parts.get(i),
                        rows(judged.conditions(), cells.estimates().get(i))));
            }
        }
        Axis axis = Axis.of(asked.axis(), asked.lowest(), asked.highest());
        return shown(
                name,
                title,
                statement,
                Estimate.DEFINITION_T,
                new Plot.Intervals(axis, List.of(), panels),
                table.data(),
                List.of(asked));
    }

    private static List<Plot.Row> rows(List<String> conditions, List<Estimate> estimates) {
        List<Plot.Row> rows = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            Estimate estimate = estimates.get(i);
            rows.add(new Plot.Row(
                    conditions.get(i),
                    List.of(Plot.Mark.of(estimate.mean(), estimate.span())),
                    "n " + estimate.participants()));
        }
        return rows;
    }

    private static Tabled table(String first, String heading) {
        return new Tabled()
                .column(first, heading)
                .column("condition", "Condition")
                .column("participants", "Participants")
                .column("ratings", "Ratings")
                .column("mean", "Mean", 2)
                .column("low", "From", 2)
                .column("high", "To", 2)
                .column("deviation", "Deviation", 2)
                .column("lower_quartile", "1st quartile", 2)
                .column("median", "Median", 2)
                .column("upper_quartile", "3rd quartile", 2)
                .column("interval", "Interval by");
    }

    private static void rows(
            Tabled table,
            String first,
            List<String> conditions,
            List<Estimate> estimates,
            List<Result<Summary>> summaries) {
        for (int i = 0; i < conditions.size(); i++) {
            Estimate estimate = estimates.get(i);
            Optional<Summary> summary = summaries.get(i).found();
            table.row(
                    first,
                    conditions.get(i),
                    estimate.participants(),
                    estimate.ratings(),
                    estimate.mean(),
                    estimate.low(),
                    estimate.high(),
                    summary.map(Summary::deviation).orElse(Double.NaN),
                    summary.map(Summary::lowerQuartile).orElse(Double.NaN),
                    summary.map(Summary::median).orElse(Double.NaN),
                    summary.map(Summary::upperQuartile).orElse(Double.NaN),
                    estimate.how());
        }
    }

    private Shown shown(
            String name, String title, String statement, String definition, Plot plot, Data data, List<Asked> scales) {
        String by = data.columns().get(0).name();
        return scope.shown(
                name,
                title,
                statement,
                definition,
                plot,
                data,
                scope.script("means")
                        .with("scales", scales.stream().map(Asked::key).toList())
                        .with(
                                "lowest",
                                scales.stream()
                                        .map(asked -> Long.toString(Math.round(asked.lowest())))
                                        .toList())
                        .with(
                                "highest",
                                scales.stream()
                                        .map(asked -> Long.toString(Math.round(asked.highest())))
                                        .toList())
                        .with("by", List.of(by.equals("scale") ? "condition" : by)));
    }
}
