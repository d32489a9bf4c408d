package org.antiphon.dashboard.reading;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.antiphon.dashboard.reading.PageRecord.SlotRecord;
import org.antiphon.study.session.answer.Forms;

/**
 * One value that somebody gave, with what it is about.
 *
 * @param key of the value on its page: a scale, a slot, {@code choice}, {@code intention}, {@code affect}, {@code gems.…}
 * @param slot the clip it is about, or that was chosen; empty for a tie
 * @param choice the slot, the option or {@code tie}
 * @param valence of a cell, from 1; with it comes arousal
 * @param took milliseconds from the page being shown to its answer, as far as the server can confirm them
 * @param saved when the answer was committed
 */
public record RatingRecord(
        SessionRecord session,
        PageRecord page,
        String key,
        Optional<SlotRecord> slot,
        OptionalDouble number,
        Optional<String> choice,
        OptionalInt valence,
        OptionalInt arousal,
        OptionalLong took,
        Instant saved) {

    /** What {@link #scale()} says where several clips are judged by sliders of one question. */
    public static final String SCORE = "score";

    private static final String COMPARED = "compared";

    public String task() {
        return page.task();
    }

    public String item() {
        return page.item();
    }

    /** {@code rating}, {@code mushra}, {@code multi-stimulus}, {@code preference}, {@code abx}, {@code match}, {@code intention}. */
    public String paradigm() {
        return session.edition().paradigm(page.task());
    }

    /** What was asked: the key, or {@link #SCORE} where the key only says which slider it was. */
    public String scale() {
        return slot.isPresent() && slot.get().slot().equals(key) ? SCORE : key;
    }

    /** The condition that was judged, or chosen; empty for a tie. */
    public Optional<String> condition() {
        return slot.map(SlotRecord::condition);
    }

    /** The first of two that were compared; empty where nothing is. */
    public Optional<String> conditionA() {
        return Optional.ofNullable(page.condition(COMPARED, 0));
    }

    /** The second of two that were compared. */
    public Optional<String> conditionB() {
        return Optional.ofNullable(page.condition(COMPARED, 1));
    }

    /** The one that had to be recognised, in ABX. */
    public Optional<String> conditionX() {
        return Optional.ofNullable(page.condition("unknown", 0));
    }

    /** Whether it is right; empty where nothing is right or wrong. */
    public Optional<Boolean> correct() {
        if (choice.isEmpty()) {
            return Optional.empty();
        }
        return switch (paradigm()) {
            case "abx" -> Optional.of(condition().equals(conditionX()));
            case "match" ->
                Optional.of(condition()
                        .filter(chosen -> !session.edition().isShuffled(chosen))
                        .isPresent());
            case "intention" ->
                key.equals(Forms.INTENTION)
                        ? session.edition().intention(item()).map(meant -> meant.equals(choice.get()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }
}
