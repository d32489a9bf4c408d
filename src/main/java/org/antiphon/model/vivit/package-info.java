/**
 * Video transformer after ViViT (Arnab et al. 2021): tubelets of two frames and of their optical flow become tokens,
 * attention is factorised into space and time (model 2 of the paper), and every tubelet keeps its place in time.
 *
 * <p>Takes pictures and flow as tensors, gives features at 50 Hz and control points a frame; used by
 * {@code model.latent}, which turns the features into the performance latent.
 */
package org.antiphon.model.vivit;
