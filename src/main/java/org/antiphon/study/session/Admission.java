package org.antiphon.study.session;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.antiphon.study.design.Recruitment;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.answer.Value;
import org.antiphon.study.session.assignment.Count;

/** Whether somebody may begin a study. */
public enum Admission {
    /** Welcome. */
    OPEN,
    /** The last day has passed. */
    CLOSED,
    /** As many have completed it as were wanted. */
    COMPLETE,
    /** As many are taking part just now as are still wanted; a place may become free. */
    TAKEN;

    /**
     * Decides it.
     *
     * @param sessions of the study that were completed, and that are under way and present
     * @param placeHeld whether whoever sent this person keeps count of the places, as Prolific does: then those who are
     *     under way are not counted, since one of them has given up the place this person was given
     */
    public static Admission of(Recruitment recruitment, Count sessions, boolean placeHeld, LocalDate today) {
        if (recruitment.closes().filter(today::isAfter).isPresent()) {
            return CLOSED;
        }
        if (sessions.completed() >= recruitment.target()) {
            return COMPLETE;
        }
        return !placeHeld && sessions.expected() >= recruitment.target() ? TAKEN : OPEN;
    }

    /**
     * The first quota that has no room for these answers.
     *
     * @param completed how many completed sessions count towards a quota
     */
    public static Optional<Recruitment.Quota> overQuota(
            Recruitment recruitment,
            Id questionnaire,
            Map<String, Value> answers,
            ToIntFunction<Recruitment.Quota> completed) {
        return recruitment.quotas().stream()
                .filter(quota -> quota.questionnaire().equals(questionnaire))
                .filter(quota -> new Value.Choice(quota.option().text())
                        .equals(answers.get(quota.question().text())))
                .filter(quota -> completed.applyAsInt(quota) >= quota.most())
                .findFirst();
    }
}
