package org.antiphon.study.session.answer;

/**
 * Why an answer was not taken.
 *
 * @param key the question, empty for the answer as a whole
 * @param why as a sentence
 */
public record Refusal(String key, String why) {}
