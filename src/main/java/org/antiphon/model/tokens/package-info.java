/**
 * The second way from the performance latent to sound: a transformer that says the codec's tokens one after the other, in
 * MusicGen's delay pattern (Copet et al. 2023).
 *
 * <p>Takes a {@link org.antiphon.clip.PerformanceTrack} and a seed, gives tokens of {@code model.codec}; used by translation
 * and training.
 */
package org.antiphon.model.tokens;
