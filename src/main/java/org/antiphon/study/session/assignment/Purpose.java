package org.antiphon.study.session.assignment;

import org.antiphon.study.design.document.Id;

/** Why a participant has a page before them. The page looks the same whatever it is. */
public sealed interface Purpose {

    /** Its answer is what the study asks for. */
    record Main() implements Purpose {}

    /** To become familiar with the task, for the {@code attempt}-th time, counted from 1. */
    record Training(int attempt) implements Purpose {}

    /** To see whether the answer to page {@code of} comes again. */
    record Repeat(Id check, int of) implements Purpose {}

    /** To see whether the right answer comes. */
    record Planted(Id check) implements Purpose {}
}
