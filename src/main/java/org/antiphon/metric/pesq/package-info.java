/**
 * PESQ, the perceptual evaluation of speech quality of ITU-T P.862, P.862.1 and P.862.2, written from a description of
 * what its reference software computes.
 *
 * <p>Takes two arrays of samples at 8000 or 16000 Hz, gives a {@code PesqScore}, or the {@code PesqRefusal} that says why
 * there is none. {@code PesqModel} is the door; the other classes follow the order of the computation: level and input
 * filter, delay per utterance, spectra in Bark bands, loudness, disturbance, score. Everything is in double precision.
 * Only {@code signal} is used; {@code metric} makes measurements of it.
 */
package org.antiphon.metric.pesq;
