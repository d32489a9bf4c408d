/**
 * How the token model learns: from tracks and the tokens that a trained codec makes of their sounds. Needs no picture.
 *
 * <p>Gives an {@link org.antiphon.training.Objective}; used by the train command through the recipe of the family
 * {@code tokens}.
 */
package org.antiphon.training.tokens;
