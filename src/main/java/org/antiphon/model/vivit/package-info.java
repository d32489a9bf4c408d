/**
 * Video transformer after ViViT (Arnab et al. 2021): tubelets of two frames and of their optical flow become tokens, and
 * attention is factorised into space and time (model 2 of the paper). Between the two stands the player's skeleton:
 * control points found in every frame, whose geometry in the instrument's own frame is followed over time together with
 * what is seen at each of them.
 *
 * <p>Takes pictures and flow, gives one feature vector per latent step and the control points of each frame. May use
 * clip and nn; the latent model holds it.
 */
package org.antiphon.model.vivit;
