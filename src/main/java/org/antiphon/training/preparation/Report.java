package org.antiphon.training.preparation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.antiphon.dataset.Split;
import org.antiphon.training.shard.PreparedRecording;
import org.antiphon.training.shard.PreparedRecording.Facts;
import org.antiphon.training.shard.PreparedRecording.SkeletonOrigin;
import org.antiphon.training.shard.ShardIndex;
import org.antiphon.training.shard.SkeletonErrors;

/** Writes {@code report.html}, a page that needs nothing else: what was used, what was not and why, how it looks. */
final class Report {

    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#16202b;--paper:#fbfaf7;--line:#d9d5cb;--soft:#5b6470;--sight:#0b6e6e;--sound:#b5482a}
            @media(prefers-color-scheme:dark){:root{--ink:#e8e6e0;--paper:#12161c;--line:#343b46;--soft:#a3abb6;--sight:#58c9c0;
            --sound:#ff9a76}}
            *{box-sizing:border-box}body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);
            max-width:75rem;margin:0 auto;padding:1.5rem 1rem 4rem;font-variant-numeric:tabular-nums}
            h1{font-size:1.7rem;line-height:1.2;margin:.5rem 0}h2{font-size:1.2rem;margin:2.5rem 0 .5rem}p{max-width:44rem}
            .scroll{overflow-x:auto}table{border-collapse:collapse}th,td{padding:.3rem .75rem .3rem 0;text-align:right;
            border-bottom:1px solid var(--line);vertical-align:top}th:first-child,td:first-child{text-align:left}
            td{white-space:nowrap}.words td{white-space:normal;text-align:left;overflow-wrap:anywhere}.words td:first-child{min-width:8rem}
            dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dd{margin:0;overflow-wrap:anywhere}
            dt{color:var(--soft)}.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:0 2rem}
            svg{display:block;width:100%;height:auto}.bar{fill:var(--sound)}.axis{stroke:var(--line)}text{fill:var(--soft);
            font:12px system-ui,sans-serif}.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr));gap:1rem}
            .wide{grid-template-columns:repeat(auto-fill,minmax(min(100%,24rem),1fr))}figure{margin:0}
            .picture{position:relative}.picture img{display:block;width:100%;height:auto}.picture svg{position:absolute;inset:0;
            width:100%;height:100%}figcaption{font-size:.85rem;line-height:1.35;margin-top:.3rem;overflow-wrap:anywhere}
            figcaption span{color:var(--soft)}.bone{stroke:#fff;stroke-width:.8;opacity:.9}.joint{fill:#ff9a76}
            .box{fill:none;stroke:#ffd23f;stroke-width:3}.name{fill:#ffd23f;font:bold 18px system-ui,sans-serif;
            paint-order:stroke;stroke:#000;stroke-width:3px}summary{cursor:pointer;min-height:44px;line-height:44px}
            """;

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
                .append(STYLE)
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
                                ? "Nothing was left out."
                                : "<a href=\"#skipped\">" + skipped.size() + " cannot be used</a>.")
                .append("</p>\n");
        byInstrument(used);
        histograms(used);
        skeletons(used);
        words("skipped", "What cannot be used, and why", rows(skipped));
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
        groups.forEach((code, group) -> row(code, group));
        if (groups.size() > 1) {
            row("all", used);
        }
        html.append("</table></div>\n");
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
                .append(Histogram.ofPitches(pitches))
                .append("</section></div>\n");
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
            errors.forEach(this::row);
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
            html.append("<h2>What is odd about the corpus</h2><details><summary>")
                    .append(index.findings().size())
                    .append(index.findings().size() == 1 ? " finding" : " findings")
                    .append("</summary><ul>");
            index.findings().forEach(f -> html.append("<li>").append(escaped(f)).append("</li>\n"));
            html.append("</ul></details>\n");
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
