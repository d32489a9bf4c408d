/**
 * The answers of a study: one rating for one handle, with the log of what was played.
 *
 * <p>Takes a handle, an answer and a play log, gives a rating that is written once: appended, never changed, and sending
 * it twice is the same as sending it once.
 *
 * <p>May use study.session, study.design and what those may use. Used by dashboard and cli.
 */
package org.antiphon.study.rating;
