/**
 * From a log-mel spectrogram to sound: a small network in the manner of Vocos that predicts, for every bin of a short-time
 * spectrum, its magnitude and how its phase moves to the next frame and to the next bin; the phases are put together
 * from these differences, and an inverse transform makes the sound.
 *
 * <p>Takes and gives {@code clip} types at its door ({@link org.antiphon.model.vocoder.Vocoder}); arrays of DJL stay
 * inside. Used by translation and by training.
 */
package org.antiphon.model.vocoder;
