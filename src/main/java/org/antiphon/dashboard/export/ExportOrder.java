package org.antiphon.dashboard.export;

import java.util.OptionalInt;

/**
 * What is wanted of a study.
 *
 * @param edition its version; empty: all
 * @param excluded whether answers are written too of sessions that do not count; the list of sessions always has all
 * @param allPages whether pages of trainings and checks are written too
 * @param dates how exactly times are told
 * @param words whether free text that participants wrote is written
 */
public record ExportOrder(OptionalInt edition, boolean excluded, boolean allPages, Dates dates, boolean words) {

    /** What is written unless something else is asked for: the answers that count, of main pages, without the time of day. */
    public static final ExportOrder USUAL = new ExportOrder(OptionalInt.empty(), false, false, Dates.DAY, true);

    /** How exactly times are told: with the time of day, somebody can be found again in the list of a panel. */
    public enum Dates {
        /** To the millisecond, in UTC. */
        EXACT,
        /** The day, in UTC. */
        DAY,
        /** Not at all. */
        NONE
    }

    public ExportOrder withEdition(int version) {
        return new ExportOrder(OptionalInt.of(version), excluded, allPages, dates, words);
    }

    public ExportOrder withExcluded(boolean with) {
        return new ExportOrder(edition, with, allPages, dates, words);
    }

    public ExportOrder withAllPages(boolean with) {
        return new ExportOrder(edition, excluded, with, dates, words);
    }

    public ExportOrder withDates(Dates exactness) {
        return new ExportOrder(edition, excluded, allPages, exactness, words);
    }

    public ExportOrder withWords(boolean with) {
        return new ExportOrder(edition, excluded, allPages, dates, with);
    }
}
