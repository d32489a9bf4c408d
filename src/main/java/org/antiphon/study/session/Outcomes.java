package org.antiphon.study.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.antiphon.study.design.Check;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.check.Outcome;
import org.antiphon.study.session.check.TaskChecks;

/** What became of every check of the study in one session. */
public final class Outcomes {

    private Outcomes() {}

    /**
     * At least one outcome for each check, in the order of the document.
     *
     * @param seconds how long the clip of a stimulus is
     */
    public static Map<Id, List<Outcome>> of(Session session, ToDoubleFunction<Stimulus> seconds) {
        Position position = session.position();
        Map<Id, List<Outcome>> late = TaskChecks.of(session.study(), position.judgements(), seconds);
        Map<Id, List<Outcome>> all = new LinkedHashMap<>();
        for (Check check : session.study().checks()) {
            List<Outcome> found =
                    late.getOrDefault(check.id(), position.outcomes().getOrDefault(check.id(), List.of()));
            all.put(
                    check.id(),
                    found.isEmpty() ? List.of(new Outcome.NotRun("The session did not come to it.")) : found);
        }
        return all;
    }
}
