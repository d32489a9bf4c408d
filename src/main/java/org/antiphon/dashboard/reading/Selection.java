package org.antiphon.dashboard.reading;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is read of a study.
 *
 * @param version of the edition; empty: all editions
 * @param uncounted whether sessions are read too that do not count: unfinished, ended early, excluded
 * @param mainOnly whether pages of trainings and checks are left out
 * @param group questionnaire and question, {@code background/training}, whose answer is the group of a session
 */
public record Selection(OptionalInt version, boolean uncounted, boolean mainOnly, Optional<String> group) {

    /** What statistics are made of: the main pages of sessions that count, in all editions. */
    public static final Selection COUNTED = new Selection(OptionalInt.empty(), false, true, Optional.empty());

    /** Whatever is there. */
    public static final Selection EVERYTHING = new Selection(OptionalInt.empty(), true, false, Optional.empty());

    /** @throws IllegalArgumentException if the version is not positive, or the group is not two names with a stroke */
    public Selection {
        if (version.isPresent() && version.getAsInt() < 1) {
            throw new IllegalArgumentException("editions are counted from 1, was " + version.getAsInt());
        }
        if (group.isPresent() && group.get().split("/", -1).length != 2) {
            throw new IllegalArgumentException("a group is QUESTIONNAIRE/QUESTION, was \"" + group.get() + "\"");
        }
    }

    public Selection ofVersion(int one) {
        return new Selection(OptionalInt.of(one), uncounted, mainOnly, group);
    }

    public Selection withUncounted(boolean with) {
        return new Selection(version, with, mainOnly, group);
    }

    public Selection withMainOnly(boolean only) {
        return new Selection(version, uncounted, only, group);
    }

    public Selection groupedBy(String questionnaireAndQuestion) {
        return new Selection(version, uncounted, mainOnly, Optional.of(questionnaireAndQuestion));
    }
}
