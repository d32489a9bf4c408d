/**
 * How the vocoder learns: from sounds alone, random crops at random level, no annotation and no picture.
 *
 * <p>Takes waveforms, gives an {@link org.antiphon.training.Objective}; used by the train command through the recipe
 * of the family {@code vocoder}.
 */
package org.antiphon.training.vocoder;
