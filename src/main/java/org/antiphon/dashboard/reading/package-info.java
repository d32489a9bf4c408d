/**
 * The record of a study as it lies in the database: who took part, what they saw, what they answered.
 *
 * <p>Takes the name of a study and a {@code Selection}; {@code StudyReading} gives a {@code Snapshot}, one consistent view
 * while answers go on arriving, whose streams need memory for sessions but not for ratings. {@code RatingTable} holds
 * ratings in columns for statistics. Participants have pseudonyms that stay the same within a study; tokens, invitations
 * and the ids of other services are never read. Nothing here writes a row.
 *
 * <p>May use clip, platform, study.design, study.session and study.rating. Used by the rest of dashboard and by cli.
 */
package org.antiphon.dashboard.reading;
