package org.antiphon.study.session;

import org.antiphon.study.session.answer.Answer;

/** An answer that was taken, with the id of its step. */
public record Given(String step, Answer answer) {

    /** Whether the same is answered again: a repeated request may have a longer log, the words must be the same. */
    public boolean repeats(Answer other) {
        if (answer instanceof Answer.Judged judged && other instanceof Answer.Judged again) {
            return judged.values().equals(again.values());
        }
        return answer.equals(other);
    }
}
