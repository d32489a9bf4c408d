package org.antiphon.study.session.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Chooses the row of a design that a new participant gets: the one that would be taken least often if all who are present
 * complete. Whoever leaves makes room in their own row, which is then taken next; so completed sessions stay within one of
 * each other as long as people come one after the other, and come to within one again after many came at once.
 */
final class Rows {

    private Rows() {}

    /**
     * The row for a new session.
     *
     * @param rows how many there are
     * @param target how many completed sessions are wanted of all rows together
     */
    static int choose(int rows, Tally.OfTask tally, int target, Draw draw) {
        List<Integer> all = IntStream.range(0, rows).boxed().toList();
        List<Integer> open = all.stream()
                .filter(row -> tally.row(row).expected() < share(row, rows, target))
                .toList();
        List<Integer> candidates = open.isEmpty() ? all : open;
        List<Integer> least = least(candidates, row -> tally.row(row).expected());
        return draw.one(least(least, row -> tally.row(row).completed()));
    }

    /** How many of the sessions that are wanted fall to a row; the first rows take what does not come out even. */
    static int share(int row, int rows, int target) {
        return target / rows + (row < target % rows ? 1 : 0);
    }

    /** All elements of which {@code of} is smallest. */
    static <T> List<T> least(List<T> elements, ToIntFunction<T> of) {
        int smallest = elements.stream().mapToInt(of).min().orElseThrow();
        List<T> least = new ArrayList<>();
        elements.stream().filter(element -> of.applyAsInt(element) == smallest).forEach(least::add);
        return least;
    }
}
