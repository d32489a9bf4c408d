/**
 * The stage of the etudes: a software rasteriser and the four filmed performers.
 *
 * <p>Takes a Performance and gives pictures, skeletons, tool points and true optical flow. A scene is a still backdrop
 * and an ordered list of parts; every part is a map from its own coordinates to the picture, evaluated exactly at the
 * time of a frame, so flow follows from two maps and nothing is estimated. Only strict arithmetic is used: the same
 * performance gives the same bytes on every machine. May use clip and the records of etude.
 */
package org.antiphon.dataset.etude.stage;
