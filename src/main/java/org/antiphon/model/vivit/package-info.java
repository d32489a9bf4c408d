/**
 * Video transformer after ViViT (Arnab et al. 2021): tubelets of two frames and of their optical flow become tokens,
 * attention is factorised into space and time (model 2 of the paper), and every tubelet keeps its place in time.
 *
 * <p>Takes pictures and flow, gives one feature vector per latent step and the control points of each frame. May use
 * clip and nn; the latent model holds it.
 */
package org.antiphon.model.vivit;
