package org.antiphon.dashboard.figure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One figure of each kind, with long and short names, ends and gaps. */
final class Figures {

    private Figures() {}

    static List<Figure> all() {
        return List.of(
                figure("means", means()),
                figure("screening", screening()),
                figure("quartiles", quartiles()),
                figure("distribution", distribution()),
                figure("confusion", confusion()),
                figure("affect", affect()),
                figure("metrics", scatter()));
    }

    static Figure figure(String name, Plot plot) {
        return new Figure(
                name,
                "Semantic coherence by condition, as 40 participants judged it <& others>",
                "Means with 95 % intervals: performed 4.21, translated 3.42.",
                "Means over all answers.",
                plot,
                data(),
                Optional.of(new Script(
                        "sample", Map.of("scale", List.of("semantic-coherence")), Map.of("repetitions", 2000.0))));
    }

    static Data data() {
        return new Data(
                List.of(new Data.Column("condition", "Condition"), new Data.Column("mean", "Mean")),
                List.of(
                        List.of(Cell.of("performed"), Cell.of(4.2109375, 2)),
                        List.of(Cell.of("=cmd, \"x\""), Cell.of(Double.NaN, 2))));
    }

    static Plot.Row row(String label, double value, double low, double high) {
        return new Plot.Row(label, List.of(Plot.Mark.of(value, Optional.of(new Span(low, high)))), "n 40");
    }

    static Plot.Intervals means() {
        return new Plot.Intervals(
                Axis.of("Semantic coherence, 1 (not at all) to 5 (entirely)", 1, 5),
                List.of(new Plot.Guide(3, "middle of the scale")),
                List.of(
                        new Plot.Panel(
                                "Emotional coherence",
                                List.of(
                                        row("performed", 4.21, 4.05, 4.4),
                                        row("vocoded", 4.1, 3.9, 4.33),
                                        row("translated-by-the-small-model-with-a-long-name", 3.4, 3.1, 3.62),
                                        row("exchanged", 1.3, 1, 1.7))),
                        new Plot.Panel("Quality", List.of(row("performed", 4.9, 4.6, 5.0)))));
    }

    static Plot.Intervals screening() {
        return new Plot.Intervals(
                Axis.of("MUSHRA score", 0, 100),
                List.of(),
                List.of(new Plot.Panel(
                        "",
                        List.of(
                                new Plot.Row(
                                        "recording",
                                        List.of(
                                                new Plot.Mark(
                                                        93, Optional.of(new Span(90, 95)), Plot.Shape.OPEN, "before"),
                                                new Plot.Mark(
                                                        98, Optional.of(new Span(97, 99)), Plot.Shape.FILLED, "after")),
                                        ""),
                                new Plot.Row(
                                        "low-anchor",
                                        List.of(
                                                new Plot.Mark(
                                                        30, Optional.of(new Span(25, 37)), Plot.Shape.OPEN, "before"),
                                                new Plot.Mark(
                                                        Double.NaN, Optional.empty(), Plot.Shape.FILLED, "after")),
                                        "")))));
    }

    static Plot.Quantiles quartiles() {
        return new Plot.Quantiles(
                Axis.of("MUSHRA score", 0, 100),
                List.of(
                        new Plot.Strip("recording", 71, 92, 97, 100, 100, "n 120"),
                        new Plot.Strip("low-anchor", 0, 12, 22, 37, 80, "n 120")));
    }

    static Plot.Distribution distribution() {
        return new Plot.Distribution(
                List.of("1", "2", "3", "4", "5"),
                "not at all",
                "entirely",
                List.of(
                        new Plot.Bar("performed", List.of(1L, 3L, 10L, 22L, 44L)),
                        new Plot.Bar("exchanged", List.of(40L, 22L, 10L, 3L, 0L)),
                        new Plot.Bar("silent", List.of(0L, 0L, 0L, 0L, 0L))));
    }

    static Plot.Matrix confusion() {
        return new Plot.Matrix(
                "what the performer meant",
                "what was chosen",
                List.of("happy", "sad", "tender", "angry"),
                List.of("happy", "sad", "tender", "angry", "other"),
                List.of(
                        List.of(30L, 1L, 4L, 3L, 2L),
                        List.of(2L, 25L, 11L, 0L, 2L),
                        List.of(5L, 14L, 19L, 0L, 2L),
                        List.of(6L, 0L, 0L, 34L, 0L)));
    }

    static Plot.Affect affect() {
        long[][] counts = new long[9][9];
        counts[6][7] = 12;
        counts[6][6] = 5;
        counts[2][1] = 1;
        Plot.Mark valence = Plot.Mark.of(7.2, Optional.of(new Span(6.8, 7.5)));
        Plot.Mark arousal = Plot.Mark.of(6.8, Optional.of(new Span(6.1, 7.4)));
        return new Plot.Affect(
                9,
                List.of(
                        new Plot.Square("performed", counts, valence, arousal),
                        new Plot.Square("translated", counts, valence, arousal),
                        new Plot.Square(
                                "silent", new long[9][9], Plot.Mark.of(Double.NaN, Optional.empty()), arousal)));
    }

    static Plot.Scatter scatter() {
        return new Plot.Scatter(
                Axis.around("Log-spectral distance (dB)", 3.1, 9.7),
                Axis.of("Mean of quality", 1, 5),
                List.of(
                        new Plot.Group(
                                "vocoded",
                                List.of(
                                        new Plot.Point("etude-1", 3.1, 4.2, Optional.of(new Span(3.9, 4.5))),
                                        new Plot.Point("etude-2", 3.7, 4.0, Optional.of(new Span(3.6, 4.4))))),
                        new Plot.Group(
                                "translated",
                                List.of(
                                        new Plot.Point("etude-1", 5.1, 3.2, Optional.of(new Span(2.9, 3.5))),
                                        new Plot.Point("etude-2", 6.7, 3.0, Optional.of(new Span(2.6, 3.4))))),
                        new Plot.Group("exchanged", List.of(new Plot.Point("etude-1", 9.7, 1.2, Optional.empty())))),
                "Pearson −0.93 [−0.99, −0.45] over 5 stimuli");
    }
}
