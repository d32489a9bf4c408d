/**
 * From a draft to a study that takes participants: drafts and their files, the job that prepares their stimuli, and
 * published editions.
 *
 * <p>Takes YAML and files from researchers, gives rows of {@code study}, {@code preparation}, {@code edition},
 * {@code stimulus} and {@code invitation}. {@code Drafts}, {@code Preparing} and {@code Publishing} are the doors. A draft
 * may be wrong; an edition never is and never changes. Participants' sessions read editions through SQL.
 *
 * <p>May use clip, platform, account, generation, study.design and study.stimulus. Used by study and cli.
 */
package org.antiphon.study.edition;
