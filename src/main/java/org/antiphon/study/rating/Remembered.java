package org.antiphon.study.rating;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.study.session.Given;
import org.antiphon.study.session.answer.Answer;
import org.antiphon.study.session.assignment.Assignment;

/**
 * What was read of the sessions that were heard of last, so that a page and each of its clips do not read it all again.
 * Neither a draw nor an answer ever changes, and answers are only added behind the last one: what is remembered is a
 * beginning of what the database has, in this process or any other. Only what was committed may be kept here.
 */
@ApplicationScoped
class Remembered {

    /** About as many as take part at once; with the other limit this is some 60 MB at the very most. */
    private static final int MOST_SESSIONS = 500;

    /** A session with a longer log of what was played is read anew each time. */
    private static final int MOST_PLAYS = 2000;

    private final Map<Long, Past> sessions = new LinkedHashMap<>(16, 0.75f, true);

    /** What has happened in a session so far. */
    record Past(Optional<Assignment> assignment, List<Given> given, List<Visit.Saved> saved) {

        static final Past NOTHING = new Past(Optional.empty(), List.of(), List.of());

        Past {
            given = List.copyOf(given);
            saved = List.copyOf(saved);
        }

        private boolean isShort() {
            return given.stream()
                            .map(Given::answer)
                            .filter(Answer.Judged.class::isInstance)
                            .mapToInt(answer -> ((Answer.Judged) answer).plays().size())
                            .sum()
                    <= MOST_PLAYS;
        }
    }

    Past of(long session) {
        synchronized (sessions) {
            return sessions.getOrDefault(session, Past.NOTHING);
        }
    }

    void keep(long session, Past past) {
        boolean kept = past.isShort();
        synchronized (sessions) {
            if (!kept) {
                sessions.remove(session);
                return;
            }
            sessions.put(session, past);
            if (sessions.size() > MOST_SESSIONS) {
                sessions.remove(sessions.keySet().iterator().next());
            }
        }
    }
}
