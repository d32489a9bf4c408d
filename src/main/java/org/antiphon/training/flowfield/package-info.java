/**
 * Teaches the flow-field family: motion from annotated latents, flow from annotated points and the film's true flow.
 * {@code MotionSource} is what it needs of a recording; uses clip, nn and model.
 *
 * <p>Takes prepared examples, gives losses and weights to the training loop. Used by training alone.
 */
package org.antiphon.training.flowfield;
