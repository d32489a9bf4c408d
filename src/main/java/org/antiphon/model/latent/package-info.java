/**
 * The shared space: how a performance track is laid out as channels, and the encoders that write it from pictures and
 * from sound.
 *
 * <p>Takes pictures with their optical flow, or a log-mel spectrogram; gives the latent at 50 Hz, the first channels of
 * which have names. Both decoders read nothing else but a prior and a seed. May use clip, nn and the other packages of
 * model; training and translation use it.
 */
package org.antiphon.model.latent;
