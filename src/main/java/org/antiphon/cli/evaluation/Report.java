package org.antiphon.cli.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Writes findings as {@code results.json}, {@code results.csv} and {@code index.html}, which needs nothing else. */
final class Report {

    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#16202b;--paper:#fbfaf7;--line:#d9d5cb;--good:#0b6e4f;--bad:#a4262c}
            @media(prefers-color-scheme:dark){:root{--ink:#e8e6e0;--paper:#12161c;--line:#343b46;--good:#58c99b;--bad:#ff8a8a}}
            body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:75rem;margin:2rem auto;
            padding:0 1rem}h1{font-size:1.7rem}h2{margin-top:2.5rem}.scroll{overflow-x:auto}
            table{border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{padding:.35rem .75rem;
            border-bottom:1px solid var(--line);text-align:right}th:first-child,td:first-child{text-align:left}
            .yes{color:var(--good)}.no{color:var(--bad)}figure{margin:1rem 0}figure img{max-width:100%;height:auto;display:block}
            figcaption{font-size:.9rem;opacity:.8}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}
            dd{margin:0;overflow-wrap:anywhere}
            """;

    private Report() {}

    static void write(Path folder, Findings findings) throws IOException {
        Files.createDirectories(folder);
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("results.json").toFile(), findings.facts());
        StringBuilder csv = new StringBuilder("table,row,metric,mean,recordings\n");
        rows(csv, "sound", findings.sound());
        rows(csv, "pipelines", findings.pipelines());
        findings.byInstrument().forEach((code, table) -> rows(csv, "sound " + code, table));
        rows(csv, "video", findings.video());
        Files.writeString(folder.resolve("results.csv"), csv);
        Files.writeString(folder.resolve("index.html"), html(findings));
    }

    private static void rows(StringBuilder csv, String name, ResultTable table) {
        for (String row : table.rows()) {
            for (String metric : table.metrics()) {
                table.mean(row, metric)
                        .ifPresent(mean -> csv.append(String.format(
                                        Locale.ROOT,
                                        "%s,\"%s\",\"%s\",%.5f,%d%n",
                                        name,
                                        row,
                                        metric,
                                        mean,
                                        table.count(row, metric))
                                .replace("\r", "")));
            }
        }
    }

    private static String html(Findings findings) {
        StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>Antiphon: evaluation</title><style>"
                + STYLE + "</style></head><body><h1>How well the models translate</h1>\n<dl>");
        findings.about().forEach((name, value) -> html.append("<dt>")
                .append(escaped(name))
                .append("</dt><dd>")
                .append(escaped(value))
                .append("</dd>"));
        findings.models().forEach(model -> html.append("<dt>")
                .append(escaped(model.family()))
                .append("</dt><dd>")
                .append(escaped(model.name()))
                .append(", ")
                .append(model.parameters())
                .append(" parameters</dd>"));
        html.append("</dl>\n<h2>Numbers to reach</h2><div class=\"scroll\"><table><tr><th>what</th><th>measured</th>"
                + "<th>first</th><th>then</th></tr>");
        for (Goal goal : findings.goals()) {
            String sign = goal.atLeast() ? "≥ " : "≤ ";
            html.append("<tr><td>")
                    .append(escaped(goal.name()))
                    .append("</td><td>")
                    .append(number(goal.measured()))
                    .append("</td>")
                    .append(bound(goal, sign, goal.first()))
                    .append(bound(goal, sign, goal.then()))
                    .append("</tr>\n");
        }
        html.append("</table></div>\n");
        table(html, "Sound, all recordings", findings.sound());
        table(html, "Ways from a track to sound", findings.pipelines());
        table(html, "Pictures", findings.video());
        html.append(
                "<h2>Does it replay its training set?</h2><p>Mean absolute difference of spectrogram windows of "
                        + "2.56 s, in dB. A model that replays comes nearer to its training set than unseen truth does.</p><dl>");
        findings.nearest().forEach((name, value) -> html.append("<dt>")
                .append(escaped(name))
                .append("</dt><dd>")
                .append(String.format(Locale.ROOT, "%.2f dB", value))
                .append("</dd>"));
        html.append("</dl>\n<p>Mean confidence the models gave themselves: ")
                .append(String.format(Locale.ROOT, "%.2f", findings.confidence()))
                .append("</p>\n");
        findings.byInstrument().forEach((code, table) -> table(html, "Sound of " + code, table));
        html.append("<h2>To look at</h2>");
        findings.looks().forEach((recording, pictures) -> looks(html, recording, pictures));
        return html.append("</body></html>\n").toString();
    }

    private static String bound(Goal goal, String sign, double bound) {
        String verdict = goal.measured().isEmpty() ? "not measured" : goal.reached(bound) ? "reached" : "missed";
        String style = goal.measured().isEmpty() ? "" : goal.reached(bound) ? "yes" : "no";
        return "<td class=\"" + style + "\">" + sign + String.format(Locale.ROOT, "%.2f", bound) + " " + verdict
                + "</td>";
    }

    private static void table(StringBuilder html, String title, ResultTable table) {
        html.append("<h2>").append(escaped(title)).append("</h2><div class=\"scroll\"><table><tr><th></th>");
        table.metrics()
                .forEach(metric -> html.append("<th>").append(escaped(metric)).append("</th>"));
        html.append("</tr>\n");
        for (String row : table.rows()) {
            html.append("<tr><td>").append(escaped(row)).append("</td>");
            table.metrics().forEach(metric -> html.append("<td>")
                    .append(number(table.mean(row, metric)))
                    .append("</td>"));
            html.append("</tr>\n");
        }
        html.append("</table></div>\n");
    }

    private static void looks(StringBuilder html, String recording, Map<String, String> pictures) {
        html.append("<h3>").append(escaped(recording)).append("</h3>");
        pictures.forEach((label, file) -> html.append("<figure><img loading=\"lazy\" src=\"")
                .append(escaped(file))
                .append("\" alt=\"")
                .append(escaped(label))
                .append("\"><figcaption>")
                .append(escaped(label))
                .append("</figcaption></figure>\n"));
    }

    private static String number(OptionalDouble value) {
        return value.isEmpty() ? "–" : String.format(Locale.ROOT, "%.3f", value.getAsDouble());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
