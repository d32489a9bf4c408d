package org.antiphon.study.session.answer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antiphon.platform.Digest;
import org.antiphon.study.design.document.Id;

/** What a participant gives at a step. */
public sealed interface Answer {

    /** Agreed: to the text of that digest, and to these points. */
    record Agreed(Digest text, Set<Id> points) implements Answer {
        public Agreed {
            points = Set.copyOf(points);
        }
    }

    /** Did not agree; nothing else is kept. */
    record Declined() implements Answer {}

    /** Has read what was to be read. */
    record Read() implements Answer {}

    /** Says whether they are old enough. */
    record OldEnough(boolean oldEnough) implements Answer {}

    /** Says in which country they are, as two letters of ISO 3166. */
    record Country(String code) implements Answer {}

    /**
     * What became of the clip that tries the browser out.
     *
     * @param played whether the browser played it
     * @param perceived whether the participant says so too
     */
    record Tried(boolean played, boolean perceived) implements Answer {}

    /** The volume of the player that is comfortable, from 0 to 1. */
    record Volume(double volume) implements Answer {}

    /** The sound that was chosen at a question of a headphone test, counted from 1. */
    record Sound(int chosen) implements Answer {}

    /** The answers to a questionnaire. */
    record Filled(Map<String, Value> values) implements Answer {
        public Filled {
            values = Map.copyOf(values);
        }
    }

    /**
     * The answers to a page of a task.
     *
     * @param plays what was played meanwhile, in the order of time
     * @param took from the page being shown to the answer being given, as the server measured it
     */
    record Judged(Map<String, Value> values, List<PlayEvent> plays, Duration took) implements Answer {
        public Judged {
            values = Map.copyOf(values);
            plays = List.copyOf(plays);
        }
    }
}
