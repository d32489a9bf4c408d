package org.antiphon.training.preparation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.antiphon.dataset.Instruments;
import org.antiphon.dataset.Split;
import org.antiphon.training.shard.PreparedRecording;
import org.antiphon.training.shard.PreparedRecording.Facts;
import org.antiphon.training.shard.PreparedRecording.SkeletonOrigin;
import org.antiphon.training.shard.ShardIndex;
import org.antiphon.training.shard.SkeletonErrors;

/** Writes {@code report.html}, a page that needs nothing else: what was used, what was not and why, how it looks. */
final class Report {

    private static final int LONG = 200;

    private final StringBuilder html = new StringBuilder();
    private final ShardIndex index;
    private final Thumbnails thumbnails;

    private Report(ShardIndex index, Thumbnails thumbnails) {
        this.index = index;
        this.thumbnails = thumbnails;
    }

    /** @param videos of the corpus by the name that facts have for them, to show where players were found in them */
    static void write(Path folder, ShardIndex index, Map<String, Path> videos) throws IOException {
        String page = new Report(index, new Thumbnails(folder, videos)).page();
        ShardIndex.replace(folder.resolve("report.html"), page.getBytes(StandardCharsets.UTF_8));
    }

    private String page() throws IOException {
        List<PreparedRecording> used =
                index.recordings().stream().filter(PreparedRecording::used).toList();
        List<PreparedRecording> skipped =
                index.recordings().stream().filter(r -> !r.used()).toList();
        long bytes = used.stream()
                .flatMap(r -> r.shards().stream())
                .mapToLong(PreparedRecording.Shard::bytes)
                .sum();
        html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append(
                        "<meta name=\"viewport\" content=\"width=device-width\"><title>Antiphon: a prepared corpus</title>")
                .append(
                        "<meta name=\"description\" content=\"What was used of a corpus, and what was not and why\"><style>")
                .append(ReportStyle.CSS)
                .append("</style></head><body><main><h1>")
                .append(used.size())
                .append(used.size() == 1 ? " recording is" : " recordings are")
                .append(" ready for training</h1>\n<p>")
                .append(hours(used.stream().mapToInt(PreparedRecording::frames).sum()))
                .append(" of ")
                .append(escaped(index.corpus()))
                .append(", ")
                .append(String.format(Locale.ROOT, "%.1f MB. ", bytes / 1e6))
                .append(
                        skipped.isEmpty()
                                ? "Every recording that was found can be used."
                                : "<a href=\"#skipped\">" + skipped.size() + " cannot be used</a>.")
                .append(index.findings().isEmpty() ? "" : " <a href=\"#odd\">What is odd about the corpus</a>.")
                .append("</p>\n");
        byInstrument(used);
        histograms(used);
        skeletons(used);
        words("skipped", "What cannot be used, and why", rows(skipped));
        words("doubts", "What is used, but should be looked at", doubts(used));
        findings();
        players(used);
        looks(used);
        made();
        return html.append("</main></body></html>\n").toString();
    }

    private void byInstrument(List<PreparedRecording> used) {
        Map<String, List<PreparedRecording>> groups = new TreeMap<>();
        used.forEach(r -> groups.computeIfAbsent(r.instrument(), code -> new java.util.ArrayList<>())
                .add(r));
        html.append(
                "<h2>By instrument</h2><div class=\"scroll\" tabindex=\"0\"><table><tr><th>instrument</th><th>recordings</th>");
        html.append("<th>length</th><th>notes</th><th>train</th><th>validation</th><th>test</th></tr>\n");
        groups.forEach((code, group) -> row(Instruments.name(code), group));
        if (groups.size() > 1) {
            row("all", used);
        }
        html.append("</table></div>\n");
        if (used.stream().noneMatch(r -> r.split() == Split.VALIDATION)) {
            html.append("<p>None of these is for validation: training is then judged by what it learns from.</p>\n");
        }
        if (used.stream().noneMatch(r -> r.split() == Split.TEST)) {
            html.append(
                    "<p>None of these is for the test: no number of an evaluation would be of unheard music.</p>\n");
        }
    }

    private void row(String name, List<PreparedRecording> group) {
        html.append("<tr><td>").append(escaped(name)).append("</td><td>").append(group.size());
        html.append("</td><td>")
                .append(hours(group.stream().mapToInt(PreparedRecording::frames).sum()));
        html.append("</td><td>")
                .append(group.stream().mapToInt(r -> facts(r).notes()).sum());
        for (Split split : Split.values()) {
            html.append("</td><td>")
                    .append(group.stream().filter(r -> r.split() == split).count());
        }
        html.append("</td></tr>\n");
    }

    private void histograms(List<PreparedRecording> used) {
        Map<Integer, Integer> pitches = new TreeMap<>();
        used.forEach(r -> facts(r).pitches().forEach((midi, count) -> pitches.merge(midi, count, Integer::sum)));
        html.append("<div class=\"pair\"><section><h2>How long they are</h2>")
                .append(Histogram.ofLengths(
                        used.stream().map(r -> r.frames() / 25.0).toList()))
                .append("</section><section><h2>Which notes are played</h2>")
                .append(Histogram.ofPitches(pitches));
        long heard = used.stream().filter(r -> !facts(r).annotated()).count();
        if (heard > 0) {
            html.append("<p>Nobody wrote down the notes of ")
                    .append(heard == used.size() ? "these" : heard)
                    .append(" recordings: they are what the detectors hear.</p>");
        }
        html.append("</section></div>\n");
    }

    private void skeletons(List<PreparedRecording> used) {
        html.append("<h2>Skeletons</h2><p>");
        for (SkeletonOrigin origin : SkeletonOrigin.values()) {
            long count =
                    used.stream().filter(r -> facts(r).skeleton() == origin).count();
            html.append(count)
                    .append(
                            switch (origin) {
                                case ANNOTATED -> " annotated, ";
                                case FOUND -> " found by the model, ";
                                case NONE -> " without.";
                            });
        }
        html.append("</p>\n");
        Map<String, SkeletonErrors> errors = errors(used);
        if (!errors.isEmpty()) {
            html.append(
                            "<p>Where both are known: which share of the annotated points the model finds within a distance,")
                    .append(" in sides of the picture and in widths of the player's shoulders.</p>")
                    .append(
                            "<div class=\"scroll\" tabindex=\"0\"><table><tr><th>instrument</th><th>points</th><th>mean distance</th>");
            SkeletonErrors.SIDES.forEach(
                    bound -> html.append("<th>≤ ").append(bound).append(" side</th>"));
            SkeletonErrors.SHOULDERS.forEach(
                    bound -> html.append("<th>≤ ").append(bound).append(" shoulders</th>"));
            html.append("</tr>\n");
            errors.forEach((code, of) -> row(Instruments.name(code), of));
            html.append("</table></div>\n");
        }
    }

    /** Errors by instrument, and of all. */
    static Map<String, SkeletonErrors> errors(List<PreparedRecording> used) {
        Map<String, SkeletonErrors> errors = new TreeMap<>();
        SkeletonErrors all = SkeletonErrors.NONE;
        for (PreparedRecording recording : used) {
            SkeletonErrors one = facts(recording).skeletonErrors().orElse(SkeletonErrors.NONE);
            if (one.points() > 0) {
                errors.merge(recording.instrument(), one, SkeletonErrors::plus);
                all = all.plus(one);
            }
        }
        Map<String, SkeletonErrors> sorted = new LinkedHashMap<>(errors);
        if (all.points() > 0) {
            sorted.put("all", all);
        }
        return sorted;
    }

    private void row(String name, SkeletonErrors errors) {
        html.append("<tr><td>").append(escaped(name)).append("</td><td>").append(errors.points());
        html.append(String.format(Locale.ROOT, "</td><td>%.4f", errors.distance() / errors.points()));
        errors.withinSide().forEach(n -> html.append(percent(n, errors.points())));
        errors.withinShoulders().forEach(n -> html.append(percent(n, errors.points())));
        html.append("</td></tr>\n");
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "</td><td>%.1f %%", 100.0 * part / whole);
    }

    private static Map<String, String> rows(List<PreparedRecording> skipped) {
        Map<String, String> rows = new LinkedHashMap<>();
        skipped.forEach(r -> rows.put(r.id(), r.skipped().orElse("")));
        return rows;
    }

    private static Map<String, String> doubts(List<PreparedRecording> used) {
        Map<String, String> rows = new LinkedHashMap<>();
        used.stream()
                .filter(r -> !facts(r).doubts().isEmpty())
                .forEach(r -> rows.put(r.id(), String.join("; ", facts(r).doubts())));
        return rows;
    }

    private void words(String id, String title, Map<String, String> rows) {
        if (!rows.isEmpty()) {
            html.append("<h2 id=\"").append(id).append("\">").append(title).append("</h2><table class=\"words\">\n");
            rows.forEach((name, why) -> html.append("<tr><td>")
                    .append(escaped(name))
                    .append("</td><td>")
                    .append(escaped(why))
                    .append("</td></tr>\n"));
            html.append("</table>\n");
        }
    }

    private void findings() {
        if (!index.findings().isEmpty()) {
            html.append("<h2 id=\"odd\">What is odd about the corpus</h2><ul>");
            for (String finding : index.findings()) {
                int colon = finding.indexOf(": ");
                boolean list = finding.length() > LONG && colon > 0 && colon < LONG;
                html.append("<li>").append(escaped(list ? finding.substring(0, colon) : finding));
                if (list) {
                    html.append("<details><summary>which</summary>")
                            .append(escaped(finding.substring(colon + 2)))
                            .append("</details>");
                }
                html.append("</li>\n");
            }
            html.append("</ul>\n");
        }
    }

    private void players(List<PreparedRecording> used) throws IOException {
        Map<String, List<PreparedRecording>> shared = new TreeMap<>();
        for (PreparedRecording recording : used) {
            if (!facts(recording).crop().isEmpty() && facts(recording).video().isPresent()) {
                shared.computeIfAbsent(facts(recording).video().get(), v -> new java.util.ArrayList<>())
                        .add(recording);
            }
        }
        if (!shared.isEmpty()) {
            html.append("<h2>Where the players are</h2><p>Look whether each box holds the player it names.</p>")
                    .append("<div class=\"grid wide\">\n");
            for (Map.Entry<String, List<PreparedRecording>> video : shared.entrySet()) {
                html.append(thumbnails.boxes(video.getKey(), video.getValue()));
            }
            html.append("</div>\n");
        }
    }

    private void looks(List<PreparedRecording> used) throws IOException {
        List<PreparedRecording> filmed =
                used.stream().filter(r -> facts(r).pictures()).toList();
        int shown = Math.min(Thumbnails.MOST, filmed.size());
        if (shown > 0) {
            html.append("<h2>How they look</h2><p>The middle of ")
                    .append(shown == filmed.size() ? "each recording" : shown + " recordings of " + filmed.size())
                    .append(", as the models see it, with the skeleton.</p><div class=\"grid\">\n");
            for (int i = 0; i < shown; i++) {
                html.append(thumbnails.of(filmed.get((int) ((long) i * filmed.size() / shown))));
            }
            html.append("</div>\n");
        }
    }

    private void made() {
        html.append("<h2>How it was made</h2><dl>");
        index.configuration().forEach((name, value) -> html.append("<dt>")
                .append(escaped(name))
                .append("</dt><dd>")
                .append(escaped(value))
                .append("</dd>"));
        html.append("</dl>\n");
    }

    static Facts facts(PreparedRecording recording) {
        return recording.facts().orElseThrow();
    }

    static String hours(int frames) {
        int seconds = frames / 25;
        return seconds < 60
                ? String.format(Locale.ROOT, "%.1f s", frames / 25.0)
                : seconds < 3600
                        ? seconds / 60 + " min " + seconds % 60 + " s"
                        : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
