/**
 * How the codec learns: from mel spectrograms alone. Encoder and decoder by gradient, codebooks by the means of what falls
 * to them.
 *
 * <p>Gives an {@link org.antiphon.training.Objective}; used by the train command through the recipe of the family
 * {@code codec}.
 */
package org.antiphon.training.codec;
