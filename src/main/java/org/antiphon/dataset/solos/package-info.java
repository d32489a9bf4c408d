/**
 * The Solos corpus: solo performances on video with skeletons of 47 joints, found by their video ids.
 *
 * <p>Takes a folder with {@code videos/<Instrument>/<YouTube id>.mp4}, the index files {@code solos_ids.json},
 * {@code solos_timestamps.json} and {@code skeleton_dict.json} (beside the videos, or as the repository has them in
 * {@code Solos/json_files} and {@code Solos/skeleton_files}) and {@code skeleton.npy}; gives a recording for every segment
 * of every video that is there, from its first frame to the last one that the index names, with skeletons in Solos' order of
 * joints; it has no note annotation. The order of joints
 * is also the one in which the etude corpus writes its skeletons.
 *
 * <p>May use clip, media and signal. Used by training and cli.
 */
package org.antiphon.dataset.solos;
