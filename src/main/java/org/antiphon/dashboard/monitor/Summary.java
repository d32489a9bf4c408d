package org.antiphon.dashboard.monitor;

import java.util.Optional;

/**
 * How a study stands, in one line of a list; of its newest version.
 *
 * @param today sessions that began in the last 24 hours
 * @param concern what somebody should look at, if anything
 */
record Summary(String slug, int completed, int target, int going, int today, Optional<String> concern) {}
