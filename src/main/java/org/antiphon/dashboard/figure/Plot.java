package org.antiphon.dashboard.figure;

import java.util.List;
import java.util.Optional;

/** What is drawn: marks at their values. What belongs together is on one axis, so that it can be compared. */
public sealed interface Plot {

    /** A value with what is known about it. */
    record Mark(double value, Optional<Span> interval, Shape shape, String tag) {

        /** A filled dot that needs no word of its own. */
        public static Mark of(double value, Optional<Span> interval) {
            return new Mark(value, interval, Shape.FILLED, "");
        }
    }

    /** How a mark looks. */
    enum Shape {
        FILLED,
        OPEN
    }

    /**
     * Rows of dots with intervals, in panels of one axis: means, differences, effects, rankings, before and after.
     *
     * @param guides values with a meaning of their own, such as no difference
     */
    record Intervals(Axis axis, List<Guide> guides, List<Panel> panels) implements Plot {
        public Intervals {
            guides = List.copyOf(guides);
            panels = List.copyOf(panels);
        }
    }

    /** A value that others are read against. */
    record Guide(double value, String label) {}

    /** Rows under a heading; empty if there is only one panel. */
    record Panel(String heading, List<Row> rows) {
        public Panel {
            rows = List.copyOf(rows);
        }
    }

    /**
     * @param note what stands behind it, such as how many answers
     */
    record Row(String label, List<Mark> marks, String note) {
        public Row {
            marks = List.copyOf(marks);
        }
    }

    /** Strips of quantiles. */
    record Quantiles(Axis axis, List<Strip> strips) implements Plot {
        public Quantiles {
            strips = List.copyOf(strips);
        }
    }

    /** Least, first quartile, median, third quartile, most; ends beyond 1.5 times the quartiles' distance are not cut off. */
    record Strip(String label, double least, double lower, double median, double upper, double most, String note) {}

    /**
     * Shares of the points of a scale, one bar a row.
     *
     * @param categories from low to high
     * @param low what the lowest means
     * @param high what the highest means
     */
    record Distribution(List<String> categories, String low, String high, List<Bar> bars) implements Plot {
        public Distribution {
            categories = List.copyOf(categories);
            bars = List.copyOf(bars);
        }
    }

    /** @param counts one for each category */
    record Bar(String label, List<Long> counts) {
        public Bar {
            counts = List.copyOf(counts);
        }

        long total() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Counts of answers by what was meant; the diagonal is framed where both have the same name.
     *
     * @param counts a list for each row, with one count for each column
     */
    record Matrix(String rowsAre, String columnsAre, List<String> rows, List<String> columns, List<List<Long>> counts)
            implements Plot {
        public Matrix {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            counts = counts.stream().map(List::copyOf).toList();
        }
    }

    /** Affect grids, one for each condition: how often each cell was chosen, and where the middle lies. */
    record Affect(int steps, List<Square> squares) implements Plot {
        public Affect {
            squares = List.copyOf(squares);
        }
    }

    /**
     * @param counts by arousal, then valence, both from low to high
     */
    record Square(String label, long[][] counts, Mark valence, Mark arousal) {}

    /**
     * Two numbers of each of many things.
     *
     * @param groups what belongs together has one shape and its name at its middle
     */
    record Scatter(Axis across, Axis up, List<Group> groups, String note) implements Plot {
        public Scatter {
            groups = List.copyOf(groups);
        }
    }

    /** Points of one name. */
    record Group(String label, List<Point> points) {
        public Group {
            points = List.copyOf(points);
        }
    }

    /** @param up of the value upwards */
    record Point(String label, double across, double upward, Optional<Span> up) {}
}
