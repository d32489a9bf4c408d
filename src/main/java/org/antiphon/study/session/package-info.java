/**
 * One person's way through a study: which steps, which pages in which order, which answers, and what checks found.
 *
 * <p>Takes an edition's study, gives a {@code Session} whose every state follows from the answers given so far: the step to
 * be taken, what may be answered to it, how it ended, what its checks found and what the exclusion rules make of it.
 * Assignments are balanced over those who complete and drawn from a seed, so that they can be drawn again. Conditions
 * stay on the server: what leaves it are names of steps and slots, which tell none.
 *
 * <p>May use study.design and what that may use. Used by study.rating, dashboard and cli.
 */
package org.antiphon.study.session;
