/**
 * Listening and viewing studies: which clips people judge, under which conditions, and what they answered.
 *
 * <p>Three steps, each a package that uses only the later named ones: {@code rating} (the answers, append-only), over
 * {@code session} (who sees which stimulus in which order, drawn from a seed), over {@code design} (the frozen stimuli
 * and the scales). Takes clip ids from generation, gives ratings to the dashboard. What reaches a rater's browser is an
 * opaque handle: no condition, no file name, no clip id.
 *
 * <p>May use clip, platform, account and generation. Used by dashboard and cli.
 */
package org.antiphon.study;
