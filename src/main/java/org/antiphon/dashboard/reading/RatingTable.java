package org.antiphon.dashboard.reading;

import java.util.Arrays;

/**
 * Ratings in columns, for statistics: whole numbers stand for words, which {@link Words} gives back. A million rows take
 * about 70 MB and are gone through in milliseconds.
 *
 * <p>Rows are in the order of {@link Snapshot#ratings}. Codes are counted from 0 in the order of first appearance; -1 stands
 * for nothing. Arrays are the table's own: to be read, never to be written.
 */
public final class RatingTable {

    private static final int FIRST = 1024;

    private int size;
    private int[][] codes = new int[Column.values().length][FIRST];
    private double[] number = new double[FIRST];
    private long[] took = new long[FIRST];
    private final Words[] words = new Words[Column.values().length];

    /** A column of words, or of small whole numbers. */
    public enum Column {
        PARTICIPANT,
        /** The answer by which participants are grouped. */
        GROUP,
        LANGUAGE,
        /** The version of the edition, as a word. */
        VERSION,
        TASK,
        PARADIGM,
        PURPOSE,
        /** The number of the page within its task, as a word. */
        PAGE,
        ITEM,
        /** What was asked: a scale, {@code score}, {@code choice}, {@code intention}, {@code affect}, {@code gems.…} */
        SCALE,
        /** The condition that was judged or chosen. */
        CONDITION,
        /** The place of its slot on the page, as a word. */
        PLACE,
        CONDITION_A,
        CONDITION_B,
        CONDITION_X,
        CHOICE,
        /** What the performer of the item meant. */
        INTENDED,
        /** The number itself, not a code; -1 where there is none. */
        VALENCE,
        /** The number itself, not a code; -1 where there is none. */
        AROUSAL,
        /** 1, 0, or -1 where nothing is right or wrong. */
        CORRECT,
        /** 1 or 0. */
        COUNTED
    }

    private RatingTable() {
        Arrays.setAll(words, column -> new Words());
    }

    /** Reads the ratings of a snapshot. */
    public static RatingTable of(Snapshot snapshot) {
        RatingTable table = new RatingTable();
        snapshot.ratings(table::add);
        table.trim();
        return table;
    }

    public int size() {
        return size;
    }

    /** The codes of a column, one for each row. */
    public int[] codes(Column column) {
        return codes[column.ordinal()];
    }

    /** The words of a column. */
    public Words words(Column column) {
        return words[column.ordinal()];
    }

    /** The numbers that were given; NaN where something else was. */
    public double[] numbers() {
        return number;
    }

    /** Milliseconds; -1 where they are not known. */
    public long[] took() {
        return took;
    }

    private void add(RatingRecord rating) {
        if (size == number.length) {
            resize(size * 2);
        }
        SessionRecord session = rating.session();
        PageRecord page = rating.page();
        put(Column.PARTICIPANT, session.participant());
        put(Column.GROUP, session.group().orElse(null));
        put(Column.LANGUAGE, session.language());
        put(Column.VERSION, Integer.toString(session.version()));
        put(Column.TASK, page.task());
        put(Column.PARADIGM, rating.paradigm());
        put(Column.PURPOSE, page.purpose());
        put(Column.PAGE, Integer.toString(page.number()));
        put(Column.ITEM, page.item());
        put(Column.SCALE, rating.scale());
        put(Column.CONDITION, rating.condition().orElse(null));
        put(
                Column.PLACE,
                rating.slot().map(slot -> Integer.toString(slot.place())).orElse(null));
        put(Column.CONDITION_A, rating.conditionA().orElse(null));
        put(Column.CONDITION_B, rating.conditionB().orElse(null));
        put(Column.CONDITION_X, rating.conditionX().orElse(null));
        put(Column.CHOICE, rating.choice().orElse(null));
        put(Column.INTENDED, session.edition().intention(page.item()).orElse(null));
        codes(Column.VALENCE)[size] = rating.valence().orElse(-1);
        codes(Column.AROUSAL)[size] = rating.arousal().orElse(-1);
        codes(Column.CORRECT)[size] =
                rating.correct().map(right -> right ? 1 : 0).orElse(-1);
        codes(Column.COUNTED)[size] = session.counted() ? 1 : 0;
        number[size] = rating.number().orElse(Double.NaN);
        took[size] = rating.took().orElse(-1);
        size++;
    }

    private void put(Column column, String word) {
        codes(column)[size] = word == null ? -1 : words(column).code(word);
    }

    private void resize(int length) {
        codes = Arrays.stream(codes)
                .map(column -> Arrays.copyOf(column, length))
                .toArray(int[][]::new);
        number = Arrays.copyOf(number, length);
        took = Arrays.copyOf(took, length);
    }

    private void trim() {
        resize(size);
    }
}
