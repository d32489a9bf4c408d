/**
 * ViViT as it is published (Arnab et al. 2021, model 1: joint attention over space and time): checkpoints of
 * {@code config.json} and safetensors in the layout of the transformers library, their two ways to make numbers of
 * pixels, and the network.
 *
 * <p>Takes pictures, gives hidden states, logits, and one feature vector for each slot of two frames. Memory is bounded:
 * weights are read one tensor at a time, and no map of all tokens against all is ever held. May use clip, nn and model;
 * the latent model, training and translation use it.
 */
package org.antiphon.model.vivit.published;
