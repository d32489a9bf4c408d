/**
 * Corpora that several machines prepare together.
 *
 * <p>{@code prepare --queue} places an order in the {@code OrderBook}: one piece a recording. Every process that works on this
 * installation's queues takes pieces and writes what it makes into folders that all of them see. May use clip, dataset, training
 * and platform; only the command line uses it.
 */
package org.antiphon.corpus;
