package org.antiphon.study.session;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.answer.Judgement;
import org.antiphon.study.session.check.Outcome;

/**
 * Where a session stands.
 *
 * @param current the step to be taken next; empty when the session has ended
 * @param next the page of a task or of a headphone test that follows, if one does and nothing has to be repeated
 * @param ending how it ended; empty while it goes on
 * @param outcomes of the checks that were run so far, by check
 * @param judgements pages with their answers, in the order given
 * @param done how many steps have been taken
 * @param ahead how many are to come, with the current one, if nothing has to be repeated
 * @param left how long those take
 */
public record Position(
        Optional<Step> current,
        Optional<Step> next,
        Optional<Ending> ending,
        Map<Id, List<Outcome>> outcomes,
        List<Judgement> judgements,
        int done,
        int ahead,
        Duration left) {

    public Position {
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
        judgements = List.copyOf(judgements);
        if (current.isPresent() == ending.isPresent()) {
            throw new IllegalArgumentException("a session goes on or has ended: " + current + ", " + ending);
        }
    }
}
