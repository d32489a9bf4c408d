/**
 * What a study has shown so far, and how sure it is: for each task what its paradigm allows to say, as figures with their
 * tables, in the order what we see, how sure.
 *
 * <p>Takes the record of a study from reading and the design it was made by, lets statistics compute and figure draw; gives
 * {@code /api/studies/{slug}/results}, its figures, and the page {@code /studies/{slug}/results}. What was computed is kept
 * as long as nothing new was answered or decided. The page {@code /models} does the same for translations and their metrics.
 * Nothing here writes a row.
 *
 * <p>May use platform, account, the packages of study, and the dashboard's statistics, figure and reading.
 */
package org.antiphon.dashboard.results;
