package org.antiphon.dashboard.reading;

/**
 * A study as such.
 *
 * @param withdrawn how many participants took everything back; nothing else is known of them
 */
public record StudyRecord(String slug, String title, int withdrawn) {}
