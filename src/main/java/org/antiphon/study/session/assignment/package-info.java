/**
 * Who judges what, in which order: drawn from a seed, balanced over those who completed the study.
 *
 * <p>Takes a study, the counts of the sessions so far and the number of a new session, gives its {@code Assignment}: pages
 * of every task with the conditions behind their slots, and for each task an explanation from which it can be drawn again.
 * It knows no answers; the counts are the caller's.
 *
 * <p>May use study.design and clip. Used by the other packages of study.session.
 */
package org.antiphon.study.session.assignment;
