package org.antiphon.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Two or more runs on one page that needs nothing else: in what their recipes differ, every measure's last value, its curve
 * over the steps, and the goals of their evaluations where a run folder holds one ({@code report/results.json}).
 */
public final class RunComparison {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WIDTH = 640;
    private static final int HEIGHT = 200;
    private static final String[] COLOURS = {"#0b6e6e", "#b3541e", "#5b4b9a", "#8a6d00"};
    private static final String[] DASHES = {"", "7 4", "2 3", "9 3 2 3"};

    /** Most runs that can be told apart on one page. */
    public static final int MOST = 4;

    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#16202b;--paper:#fbfaf7;--line:#d9d5cb}
            @media(prefers-color-scheme:dark){:root{--ink:#e8e6e0;--paper:#12161c;--line:#343b46}}
            body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:75rem;
            margin:2rem auto;padding:0 1rem}h1{font-size:1.7rem}h2{margin-top:2.5rem}.scroll{overflow-x:auto}
            table{border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{padding:.35rem .75rem;
            border-bottom:1px solid var(--line);text-align:right}th:first-child,td:first-child{text-align:left}
            .curves{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr));gap:1rem}
            figure{margin:0;background:#fff;color:#16202b;border:1px solid var(--line);border-radius:.5rem;padding:.5rem}
            figure svg{width:100%;height:auto;display:block}figcaption{font-size:.9rem}
            """;

    private final List<Run> runs;

    private RunComparison(List<Run> runs) {
        this.runs = runs;
    }

    /** A run: its name, flattened recipe, curves by measure as (step, value), and goals as (name, measured). */
    private record Run(
            String name, Map<String, String> recipe, Map<String, List<double[]>> curves, Map<String, Double> goals) {

        static Run read(Path folder, String name) throws IOException {
            Path losses = folder.resolve("losses.csv");
            if (!Files.isRegularFile(losses)) {
                throw new IOException(
                        folder + ": is no run folder (losses.csv is missing); give the --output of train");
            }
            Map<String, String> recipe = new TreeMap<>();
            Path yaml = folder.resolve("recipe.yaml");
            if (Files.isRegularFile(yaml)) {
                flatten("", YAML.readTree(yaml.toFile()), recipe);
            }
            Map<String, Double> goals = new LinkedHashMap<>();
            Path report = folder.resolve("report").resolve("results.json");
            if (Files.isRegularFile(report)) {
                for (JsonNode goal : JSON.readTree(report.toFile()).path("goals")) {
                    if (goal.path("measured").isNumber()) {
                        goals.put(
                                goal.path("name").asText(),
                                goal.path("measured").asDouble());
                    }
                }
            }
            return new Run(name, recipe, curves(losses), goals);
        }

        private static Map<String, List<double[]>> curves(Path losses) throws IOException {
            Map<String, List<double[]>> curves = new LinkedHashMap<>();
            List<String> rows = Files.readAllLines(losses);
            for (int i = 1; i < rows.size(); i++) {
                String[] cells = rows.get(i).split(",");
                try {
                    double value = Double.parseDouble(cells[2]);
                    if (Double.isFinite(value)) {
                        curves.computeIfAbsent(cells[1], key -> new ArrayList<>())
                                .add(new double[] {Double.parseDouble(cells[0]), value});
                    }
                } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                    throw new IOException(losses + ", line " + (i + 1) + ": not step,name,value", e);
                }
            }
            return curves;
        }

        private static void flatten(String name, JsonNode node, Map<String, String> into) {
            if (node.isObject()) {
                node.properties()
                        .forEach(field -> flatten(
                                name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue(), into));
            } else {
                into.put(name, node.isValueNode() ? node.asText() : node.toString());
            }
        }

        double last(String measure) {
            List<double[]> curve = curves.getOrDefault(measure, List.of());
            return curve.isEmpty() ? Double.NaN : curve.get(curve.size() - 1)[1];
        }
    }

    /**
     * Writes the page.
     *
     * @param folders run folders, two to {@value #MOST}
     * @throws IOException naming the folder that is no run, or the file that cannot be read or written
     * @throws IllegalArgumentException if there are too few or too many
     */
    public static void write(List<Path> folders, Path html) throws IOException {
        if (folders.size() < 2 || folders.size() > MOST) {
            throw new IllegalArgumentException("two to " + MOST + " runs can be compared, got " + folders.size());
        }
        List<Run> runs = new ArrayList<>();
        for (Path folder : folders) {
            String own = folder.toAbsolutePath().normalize().getFileName().toString();
            boolean taken = runs.stream().anyMatch(run -> run.name().equals(own));
            runs.add(Run.read(folder, taken ? folder.toString() : own));
        }
        if (html.toAbsolutePath().getParent() != null) {
            Files.createDirectories(html.toAbsolutePath().getParent());
        }
        Files.writeString(html, new RunComparison(runs).page());
    }

    private String page() {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>Antiphon: runs compared</title><style>"
                + STYLE + "</style></head><body><h1>Runs compared</h1>\n");
        Map<String, List<String>> recipes = new LinkedHashMap<>();
        for (String field : names(run -> run.recipe().keySet())) {
            List<String> values = runs.stream()
                    .map(run -> run.recipe().getOrDefault(field, "–"))
                    .toList();
            if (Set.copyOf(values).size() > 1) {
                recipes.put(field, values);
            }
        }
        table(page, "In what the recipes differ", recipes, "The recipes are the same.");
        Map<String, List<String>> goals = new LinkedHashMap<>();
        for (String goal : names(run -> run.goals().keySet())) {
            goals.put(
                    goal,
                    runs.stream()
                            .map(run -> number(run.goals().getOrDefault(goal, Double.NaN)))
                            .toList());
        }
        table(
                page,
                "Evaluations",
                goals,
                "No run folder holds an evaluation; evaluate with --output RUN/report to see it here.");
        Map<String, List<String>> last = new LinkedHashMap<>();
        Set<String> measures = names(run -> run.curves().keySet());
        measures.forEach(measure -> last.put(
                measure, runs.stream().map(run -> number(run.last(measure))).toList()));
        table(page, "Last values", last, "Nothing was measured yet.");
        page.append("<h2>Over the steps</h2><div class=\"curves\">");
        measures.forEach(measure -> figure(page, measure));
        return page.append("</div></body></html>\n").toString();
    }

    private Set<String> names(java.util.function.Function<Run, Set<String>> of) {
        Set<String> names = new LinkedHashSet<>();
        runs.forEach(run -> names.addAll(of.apply(run)));
        return names;
    }

    private void table(StringBuilder page, String title, Map<String, List<String>> rows, String none) {
        page.append("<h2>").append(title).append("</h2>");
        if (rows.isEmpty()) {
            page.append("<p>").append(none).append("</p>\n");
            return;
        }
        page.append("<div class=\"scroll\" tabindex=\"0\"><table><tr><th scope=\"col\"></th>");
        runs.forEach(run ->
                page.append("<th scope=\"col\">").append(escaped(run.name())).append("</th>"));
        page.append("</tr>\n");
        rows.forEach((name, values) -> {
            page.append("<tr><td>").append(escaped(name)).append("</td>");
            values.forEach(value -> page.append("<td>").append(escaped(value)).append("</td>"));
            page.append("</tr>\n");
        });
        page.append("</table></div>\n");
    }

    private void figure(StringBuilder page, String measure) {
        double steps = 1;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Run run : runs) {
            for (double[] point : run.curves().getOrDefault(measure, List.of())) {
                steps = Math.max(steps, point[0]);
                low = Math.min(low, point[1]);
                high = Math.max(high, point[1]);
            }
        }
        page.append("<figure><svg viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT + 20 * runs.size())
                .append("\" role=\"img\" aria-label=\"")
                .append(escaped(measure))
                .append(" over the steps\" font-family=\"system-ui\" font-size=\"14\">");
        for (int i = 0; i < runs.size(); i++) {
            StringBuilder points = new StringBuilder();
            for (double[] point : runs.get(i).curves().getOrDefault(measure, List.of())) {
                double height = high == low ? 0.5 : (point[1] - low) / (high - low);
                points.append(String.format(
                        Locale.ROOT, "%.1f,%.1f ", WIDTH * point[0] / steps, 5 + (HEIGHT - 10) * (1 - height)));
            }
            String line = "stroke=\"" + COLOURS[i] + "\" stroke-width=\"2\" stroke-dasharray=\"" + DASHES[i] + "\"";
            int y = HEIGHT + 14 + 20 * i;
            page.append("<polyline fill=\"none\" ")
                    .append(line)
                    .append(" points=\"")
                    .append(points)
                    .append("\"/><line x1=\"0\" x2=\"40\" y1=\"")
                    .append(y - 5)
                    .append("\" y2=\"")
                    .append(y - 5)
                    .append("\" ")
                    .append(line)
                    .append("/><text x=\"50\" y=\"")
                    .append(y)
                    .append("\">")
                    .append(escaped(runs.get(i).name()))
                    .append("</text>");
        }
        page.append("</svg><figcaption>")
                .append(escaped(measure))
                .append(": ")
                .append(number(low))
                .append(" to ")
                .append(number(high))
                .append(", ")
                .append(String.format(Locale.ROOT, "%.0f", steps))
                .append(" steps</figcaption></figure>\n");
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4g", value) : "–";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
