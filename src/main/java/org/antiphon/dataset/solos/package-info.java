/**
 * The Solos corpus: solo performances on video with skeletons of 47 joints, found by their video ids.
 *
 * <p>Takes a folder in the layout of Solos, gives recordings with skeletons in Solos' order of joints; it has no note
 * annotation. The order of joints is also the one in which the etude corpus writes its skeletons.
 *
 * <p>May use clip, media and signal. Used by training and cli.
 */
package org.antiphon.dataset.solos;
