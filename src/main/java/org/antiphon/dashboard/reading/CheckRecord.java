package org.antiphon.dashboard.reading;

/**
 * What became of a check in a session that has ended.
 *
 * @param kind as documents call it: {@code age}, {@code headphones}, {@code attention}, …
 * @param place from 1, for checks that look at several pages
 * @param outcome {@code passed}, {@code failed} or {@code not-run}
 * @param reason as a sentence
 */
public record CheckRecord(SessionRecord session, String check, String kind, int place, String outcome, String reason) {}
