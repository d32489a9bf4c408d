/**
 * Sampling by flow matching: an ordinary differential equation is followed from noise to data in a few steps.
 *
 * <p>A sampler knows only a velocity at a place and a time, so every generative model here uses the same one.
 * Noise comes from Java's generator, seeded, so that one seed gives one result whatever the device.
 */
package org.antiphon.model.sampler;
