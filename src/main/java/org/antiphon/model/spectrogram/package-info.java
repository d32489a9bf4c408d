/**
 * From the performance latent to a log-mel spectrogram: a regression that says what is to be expected, and flow matching
 * that adds what an expectation leaves out.
 *
 * <p>Takes a {@link org.antiphon.clip.PerformanceTrack} and a seed, gives a {@link org.antiphon.clip.Mel} of the same
 * length; used by translation and training.
 */
package org.antiphon.model.spectrogram;
