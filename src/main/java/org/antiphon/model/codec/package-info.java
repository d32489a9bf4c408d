/**
 * A residual-VQ codec of sound: a log-mel spectrogram as a few whole numbers fifty times a second, and back.
 *
 * <p>Takes a {@link org.antiphon.clip.Mel}, gives tokens, and the other way round; the shipped vocoder turns the mel into
 * sound, so that codec and spectrogram model share what is hardest to train. Used by {@code model.tokens}, by translation
 * and by training.
 */
package org.antiphon.model.codec;
