/**
 * The third way from the performance latent to sound: harmonics and noise, computed from pitch, loudness and brightness
 * without a trained number (in the manner of DDSP, Engel et al. 2020, whose decoder is here a formula).
 *
 * <p>Takes a {@link org.antiphon.clip.PerformanceTrack} and a seed, gives a {@link org.antiphon.clip.Waveform}; used by
 * translation. What the trained pipelines are worth shows beside it.
 */
package org.antiphon.model.harmonic;
