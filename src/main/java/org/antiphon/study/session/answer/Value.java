package org.antiphon.study.session.answer;

import java.util.Set;

/** What somebody answered to one question. */
public sealed interface Value {

    /** A number: of a scale, a slider, a field. */
    record Amount(double number) implements Value {}

    /** One of several: an option, a slot. */
    record Choice(String chosen) implements Value {}

    /** Any number of several. */
    record Choices(Set<String> chosen) implements Value {
        public Choices {
            chosen = Set.copyOf(chosen);
        }
    }

    /** Free text. */
    record Words(String words) implements Value {}

    /** A cell of the affect grid; both coordinates count from 1, from unpleasant to pleasant, from calm to excited. */
    record Cell(int valence, int arousal) implements Value {}
}
