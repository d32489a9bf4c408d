/**
 * Sessions and answers as they are kept and served: who takes part, what they are shown, and what they answer.
 *
 * <p>Takes requests of participants' pages under {@code /api/taking}, gives the step to be taken and receipts of answers. An
 * answer is written once, with what was played, in one transaction; sending it twice is the same as sending it once, and
 * nothing but a withdrawal removes it. Clips have handles that tell nothing. What a session is follows from its answers
 * (study.session); here is how they are stored, counted and guarded.
 *
 * <p>May use study.session, study.design and what those may use. Used by dashboard and cli.
 */
package org.antiphon.study.rating;
