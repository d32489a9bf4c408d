package org.antiphon.dashboard.reading;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * A step that was taken, whatever it was.
 *
 * @param place from 1 for the first of the session
 * @param step its name: {@code consent}, {@code check-…}, {@code questionnaire-…}, {@code trial-…}, …
 * @param took milliseconds, as far as the server can confirm them
 */
public record StepRecord(SessionRecord session, int place, String step, OptionalLong took, Instant saved) {}
