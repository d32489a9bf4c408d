/**
 * The design of a study: its clips, the conditions they stand for, the questions and their scales.
 *
 * <p>Takes a YAML document ({@code StudyDocument}), gives a {@code Study} or everything that is wrong with it; takes the
 * files of its stimuli, gives an {@code Edition} that is frozen: a published design never changes, a change is a new
 * version. It knows neither raters nor answers.
 *
 * <p>May use clip, platform, account and generation. Used by the other two packages of study, by dashboard and cli.
 */
package org.antiphon.study.design;
