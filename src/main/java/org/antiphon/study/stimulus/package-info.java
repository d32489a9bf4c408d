/**
 * Makes the stimuli of a study: every item in every condition, equally long, equally loud, encoded alike and of one size,
 * so that nothing but what is seen and heard tells them apart.
 *
 * <p>Takes a {@code Study} and recordings (etudes, samples, translations, uploaded files), gives files in the artifact store
 * with a report of level and gain. Where sound is compressed, each is encoded once for every place where one participant may
 * meet it, with other noise below hearing, so that neither bytes, sizes nor decoded samples tell two places of one stimulus;
 * that they are alike for whoever subtracts them cannot be hidden. {@code StimulusMaker} is the door. What a stimulus is follows from
 * its recipe alone; sounds that models made are kept and used again.
 *
 * <p>May use clip, media, signal, dataset, platform, account, generation and study.design. Used by study.edition and study.
 */
package org.antiphon.study.stimulus;
