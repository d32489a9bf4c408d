package org.antiphon.study.session.check;

/**
 * What a participant is told after a training page. It names a slot of that page only: the same clip stands elsewhere the
 * next time, so practice teaches the task and not which clip is which.
 *
 * @param right whether the answer was right
 * @param answer the right one: a slot, or the id of an option; empty where it is more than one value
 */
public record Feedback(boolean right, String answer) {}
