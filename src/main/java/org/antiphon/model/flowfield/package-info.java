/**
 * Sound made visible: a performance latent and a prior picture become pictures.
 *
 * <p>{@code MotionGenerator} says where the player's control points go, {@code FlowDecoder} turns moved points into a
 * backward flow from each frame to the prior (never to the frame before, which would drift), and {@code PriorRenderer}
 * warps the prior and fills what comes to light. Coordinates of points are 0 to 1 of the square the models see; flow is
 * in pixels of its own grid. Uses clip, nn and the layout of the latent.
 */
package org.antiphon.model.flowfield;
