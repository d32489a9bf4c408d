/**
 * What participants can answer, and which answers are answers.
 *
 * <p>Takes a page of a task or a questionnaire, gives the {@code Form} that asks for its answers and says of given values
 * what is wrong with them. A value that nobody gave is not there: nothing is filled in.
 *
 * <p>May use study.design, study.session.assignment, platform and clip. Used by the other packages of study.session and by
 * study.rating.
 */
package org.antiphon.study.session.answer;
