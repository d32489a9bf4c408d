/**
 * Corpora of performances: recordings with picture, sound and annotation, and how they are split.
 *
 * <p>Gives a Corpus of Recordings with notes, f0, skeletons; the readers for each layout are in {@code urmp},
 * {@code solos} and {@code etude}. May use clip, media, signal.
 */
package org.antiphon.dataset;
