/**
 * Digital signal processing on plain arrays: Fourier transforms, mel spectrograms, resampling, level and loudness,
 * onsets, pitch, notes, and Griffin–Lim.
 *
 * <p>Takes {@code float[]} and {@code double[]} arrays or clip records, gives the same; no state survives a call, so
 * everything here may be shared between threads. Transforms are planned once per size and kept.
 * Only {@code clip} is used; features, data sets, metrics and training build on this package.
 */
package org.antiphon.signal;
