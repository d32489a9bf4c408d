/**
 * How the spectrogram model learns: from true tracks and their mel spectrograms, the tracks disturbed as an encoder's
 * would be. Needs no picture.
 *
 * <p>Gives an {@link org.antiphon.training.Objective}; used by the train command through the recipe of the family
 * {@code spectrogram}.
 */
package org.antiphon.training.spectrogram;
