/**
 * The shared space: how a performance track is laid out as channels, and the encoders that write it from pictures and
 * from sound. Both decoders read nothing else but a prior and a seed.
 */
package org.antiphon.model.latent;
