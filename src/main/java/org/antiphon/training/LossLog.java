package org.antiphon.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The losses of a run as a table (step, name, value; one row each) and as a picture drawn from that table. */
final class LossLog {

    private static final int WIDTH = 960;
    private static final int PANEL = 120;

    private final Path csv;

    LossLog(Path folder, boolean append) throws IOException {
        csv = folder.resolve("losses.csv");
        if (!append || !Files.exists(csv)) {
            Files.writeString(csv, "step,name,value\n");
        }
    }

    void add(long step, Map<String, Double> values) throws IOException {
        StringBuilder rows = new StringBuilder();
        values.forEach((name, value) -> rows.append(
                String.format(Locale.ROOT, "%d,%s,%.6g%n", step, name, value).replace("\r", "")));
        Files.writeString(csv, rows, StandardOpenOption.APPEND);
    }

    /** Drops rows of steps after the one a checkpoint was made at: they are going to be done again. */
    void rewind(long step) throws IOException {
        List<String> kept = new ArrayList<>();
        for (String row : Files.readAllLines(csv)) {
            if (row.startsWith("step") || Long.parseLong(row.substring(0, row.indexOf(','))) <= step) {
                kept.add(row);
            }
        }
        Files.write(csv, kept);
    }

    /** Writes {@code losses.svg}: one panel per name over the steps. */
    void draw() throws IOException {
        Map<String, List<double[]>> series = new LinkedHashMap<>();
        for (String row :
                Files.readAllLines(csv).subList(1, Files.readAllLines(csv).size())) {
            String[] cells = row.split(",");
            double value = Double.parseDouble(cells[2]);
            if (Double.isFinite(value)) {
                series.computeIfAbsent(cells[1], name -> new ArrayList<>())
                        .add(new double[] {Double.parseDouble(cells[0]), value});
            }
        }
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"system-ui\" "
                        + "font-size=\"12\"><rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n",
                WIDTH,
                PANEL * Math.max(1, series.size())));
        int panel = 0;
        for (Map.Entry<String, List<double[]>> entry : series.entrySet()) {
            svg.append(panel(entry.getKey(), entry.getValue(), panel++ * PANEL));
        }
        Files.writeString(csv.resolveSibling("losses.svg"), svg.append("</svg>\n"));
    }

    private static String panel(String name, List<double[]> points, int top) {
        double last = points.get(points.size() - 1)[0];
        double low = points.stream().mapToDouble(p -> p[1]).min().orElse(0);
        double high = points.stream().mapToDouble(p -> p[1]).max().orElse(1);
        StringBuilder line = new StringBuilder();
        for (double[] p : points) {
            line.append(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f ",
                    160 + (WIDTH - 180) * (last == 0 ? 0 : p[0] / last),
                    top + 10 + (PANEL - 25) * (high == low ? 0.5 : 1 - (p[1] - low) / (high - low))));
        }
        return String.format(
                Locale.ROOT,
                "<text x=\"8\" y=\"%d\">%s</text><text x=\"8\" y=\"%d\">%.4g to %.4g, last %.4g</text>"
                        + "<polyline fill=\"none\" stroke=\"#0b6e6e\" points=\"%s\"/>\n",
                top + 24,
                name,
                top + 42,
                low,
                high,
                points.get(points.size() - 1)[1],
                line);
    }
}
