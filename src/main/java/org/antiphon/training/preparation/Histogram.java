package org.antiphon.training.preparation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Histograms as SVG: bars, the largest count, and a readable axis. */
final class Histogram {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 160;
    private static final int BASE = 130;
    private static final int TOP = 18;
    private static final double[] STEPS = {1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 3600};
    private static final String[] NAMES = {"C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B"};

    private Histogram() {}

    /** Of lengths in seconds, in at most 30 steps. */
    static String ofLengths(List<Double> seconds) {
        double longest = seconds.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0; i--) {
            step = longest / STEPS[i] <= 30 ? STEPS[i] : step;
        }
        Map<Integer, Integer> counts = new TreeMap<>();
        for (double length : seconds) {
            counts.merge((int) (length / step), 1, Integer::sum);
        }
        int last = (int) (longest / step);
        double width = step;
        return bars(counts, 0, last, "recordings by length", bin -> time(bin * width), Math.max(1, (last + 1) / 5));
    }

    private static String time(double seconds) {
        return seconds < 120
                ? String.format(Locale.ROOT, "%.0f s", seconds)
                : String.format(Locale.ROOT, "%.0f min", seconds / 60);
    }

    /** Of notes by MIDI number. */
    static String ofPitches(Map<Integer, Integer> counts) {
        if (counts.isEmpty()) {
            return "<p>No notes are known.</p>";
        }
        int lowest = counts.keySet().stream().min(Integer::compare).orElseThrow();
        int highest = counts.keySet().stream().max(Integer::compare).orElseThrow();
        return bars(counts, lowest, highest, "notes by pitch", Histogram::pitch, 12);
    }

    static String pitch(int midi) {
        return NAMES[Math.floorMod(midi, 12)] + (Math.floorDiv(midi, 12) - 1);
    }

    private interface Naming {
        String of(int bin);
    }

    private static String bars(
            Map<Integer, Integer> counts, int first, int last, String what, Naming naming, int every) {
        int most = counts.values().stream().max(Integer::compare).orElse(0);
        double wide = (double) WIDTH / (last - first + 1);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s, %s to %s, at most %d\">",
                WIDTH,
                HEIGHT,
                what,
                naming.of(first),
                naming.of(last),
                most));
        counts.forEach((bin, count) -> {
            double high = (double) (BASE - TOP) * count / Math.max(1, most);
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s: %d</title></rect>",
                    (bin - first) * wide + 0.5,
                    BASE - high,
                    Math.max(1, wide - 1),
                    high,
                    naming.of(bin),
                    count));
        });
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"axis\" x1=\"0\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/><text x=\"0\" y=\"12\">%d</text>",
                WIDTH,
                BASE,
                BASE,
                most));
        for (int bin = first; bin <= last; bin++) {
            if (every == 12
                    ? Math.floorMod(bin, 12) == 0 || last - first < 12 && bin == first
                    : (bin - first) % every == 0) {
                double x = (bin - first) * wide;
                String anchor = x > WIDTH - 40 ? "end" : "start";
                svg.append(String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>",
                        anchor.equals("end") ? x + wide : x,
                        BASE + 18,
                        anchor,
                        naming.of(bin)));
            }
        }
        return svg.append("</svg>").toString();
    }
}
