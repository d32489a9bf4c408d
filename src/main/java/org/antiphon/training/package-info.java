/**
 * Training: a recipe and a corpus in, a run folder with checkpoints, losses and weights out.
 *
 * <p>{@code Shards} prepares features once; an {@code Objective} per model family turns random batches into losses;
 * {@code Loop} does everything else (optimizer, schedule, averaging, checkpoints with random state, loss table and
 * picture). May use clip, media, signal, feature, dataset, nn, model and metric; knows no database and no web.
 */
package org.antiphon.training;
