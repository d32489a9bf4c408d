/**
 * Video transformer after ViViT (Arnab et al. 2021): tubelets of two frames and of their optical flow become tokens,
 * attention is factorised into space and time (model 2 of the paper), and every tubelet keeps its place in time.
 */
package org.antiphon.model.vivit;
