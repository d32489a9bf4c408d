package org.antiphon.dashboard.reading;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ratings in columns, for statistics: whole numbers stand for words, which {@link Words} gives back. A million rows take
 * about 70 MB and are gone through in milliseconds.
 *
 * <p>Rows are in the order of {@link Snapshot#ratings}. Codes are counted from 0 in the order of first appearance; -1 stands
 * for nothing. Arrays are the table's own: to be read, never to be written.
 */
public final class RatingTable {

    private static final int FIRST = 1024;
    private static final int UNKNOWN = -2;
    private static final String GOING = "going";

    private int size;
    private int[][] codes = new int[Column.values().length][FIRST];
    private double[] number = new double[FIRST];
    private long[] took = new long[FIRST];
    private final Words[] words = new Words[Column.values().length];
    private final Map<Long, Block> blocks = new HashMap<>();

    /**
     * The rows of a session.
     *
     * @param ended whether no more will be added to them
     * @param seen when the session was last heard of: with every answer, and now and then
     */
    private record Block(int from, int to, boolean ended, Instant seen) {}

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
        table.close(snapshot.sessions());
        return table;
    }

    /**
     * What {@link #of} would give for a later moment, to the row and code: the rows of sessions that had ended, or have not
     * been heard of since, are taken over; only those of others are read.
     *
     * @param later of the same study and selection
     */
    public RatingTable at(Snapshot later) {
        List<SessionRecord> news =
                later.sessions().stream().filter(session -> !has(session)).toList();
        RatingTable read = of(later.among(news));
        RatingTable all = new RatingTable();
        all.resize(Math.max(FIRST, size + read.size));
        int[][] here = all.translation(this);
        int[][] there = all.translation(read);
        for (SessionRecord session : later.sessions()) {
            if (has(session)) {
                all.take(this, here, session);
            } else {
                all.take(read, there, session);
            }
        }
        all.close(later.sessions());
        return all;
    }

    private boolean has(SessionRecord session) {
        Block block = blocks.get(session.row());
        return block != null
                && (block.ended()
                        || session.status().equals(GOING) && session.seen().equals(block.seen()));
    }

    /** For each column and code of another table the code here, once it is known. */
    private int[][] translation(RatingTable other) {
        return Arrays.stream(other.words)
                .map(column -> {
                    int[] unknown = new int[column.size()];
                    Arrays.fill(unknown, UNKNOWN);
                    return unknown;
                })
                .toArray(int[][]::new);
    }

    private void take(RatingTable other, int[][] translation, SessionRecord session) {
        Block block = other.blocks.get(session.row());
        int length = block.to() - block.from();
        System.arraycopy(other.number, block.from(), number, size, length);
        System.arraycopy(other.took, block.from(), took, size, length);
        for (int column = 0; column < codes.length; column++) {
            for (int i = 0; i < length; i++) {
                codes[column][size + i] = translated(
                        other.codes[column][block.from() + i], column, other.words[column], translation[column]);
            }
        }
        // a decision of a person may have changed this, and nothing else
        Arrays.fill(codes(Column.COUNTED), size, size + length, session.counted() ? 1 : 0);
        blocks.put(session.row(), new Block(size, size + length, block.ended(), block.seen()));
        size += length;
    }

    /** Numbers of columns that have no words stay what they are. */
    private int translated(int code, int column, Words others, int[] known) {
        if (code < 0 || others.size() == 0) {
            return code;
        }
        if (known[code] == UNKNOWN) {
            known[code] = words[column].code(others.word(code));
        }
        return known[code];
    }

    /** Nothing more comes; sessions that have given nothing are known to have given nothing. */
    private void close(List<SessionRecord> sessions) {
        for (SessionRecord session : sessions) {
            boolean ended = !session.status().equals(GOING);
            blocks.merge(
                    session.row(),
                    new Block(0, 0, ended, session.seen()),
                    (block, none) -> new Block(block.from(), block.to(), ended, session.seen()));
        }
        trim();
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
        blocks.merge(
                session.row(),
                new Block(size, size + 1, false, session.seen()),
                (block, more) -> new Block(block.from(), more.to(), false, session.seen()));
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
