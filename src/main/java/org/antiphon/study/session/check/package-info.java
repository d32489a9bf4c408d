/**
 * The checks of a study: whether they were passed, failed, or not run, each with its reason.
 *
 * <p>Takes pages with their answers and the log of what was played, gives outcomes; and makes the sounds of the headphone
 * tests from a seed, as samples. A check that could not be run is neither passed nor failed.
 *
 * <p>May use study.design, study.session.assignment, study.session.answer and clip. Used by study.session.
 */
package org.antiphon.study.session.check;
