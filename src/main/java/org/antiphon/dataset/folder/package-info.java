/**
 * Reads any tree of performance videos: no annotation, the instrument from the name of a folder above the file.
 *
 * <p>Gives a FolderCorpus of one recording a video, whose sound is the video's own track, and findings that name every
 * file that cannot be used and why. May use dataset and media. Used through {@code Corpora}.
 */
package org.antiphon.dataset.folder;
