/**
 * What the models see and hear of a clip: scaled pictures, optical flow with a confidence, log-mel; and a cache of such
 * features by the content they were computed from.
 *
 * <p>Takes clips, gives {@code Features}. Optical flow comes from OpenCV and is the only door to native code here; the
 * rest is plain arrays. Data preparation, training and translation use this package; it uses {@code clip} and
 * {@code signal}.
 */
package org.antiphon.feature;
