/**
 * The models, each a config record and a module over {@code nn} layers, and the store that loads them from files.
 *
 * <p>{@code vivit} sees, {@code latent} names what a performance is made of and holds both encoders,
 * {@code spectrogram} and {@code vocoder} sound, {@code tokens} and {@code codec} sound in another way,
 * {@code flowfield} moves, {@code sampler} integrates a velocity field.
 * May use clip and nn; used by translation and training.
 */
package org.antiphon.model;
