package org.antiphon.dashboard.monitor;

/**
 * A page of a task that was answered, as far as flags need it.
 *
 * @param main whether it counts: not training, not repeated, not planted
 * @param took in milliseconds
 * @param longest how long the longest clip on it is, in seconds
 * @param played whether anything was told of what was played
 * @param said what was answered, as text that is the same for the same answers
 * @param level whether three clips or more were all given the same number
 */
record Page(String task, boolean main, int took, double longest, boolean played, String said, boolean level) {}
