/**
 * Plain neural layers over DJL arrays, and what keeps them: named weights, their files and their scopes.
 *
 * <p>A layer's constructor declares its parameters in a {@link org.antiphon.nn.Weights.Scope}; {@code apply} computes.
 * Axes are named in a trailing comment. All arithmetic is float32 on the device of the weights; files may hold halves.
 * Used by model, training and translation; uses nothing of ours.
 */
package org.antiphon.nn;
