/**
 * Makes corpora ready for training: the work behind the command {@code prepare}, and behind {@code train} where a corpus was
 * not prepared before.
 *
 * <p>{@code Preparation} is the door: a corpus in, a folder of shards with index and report out. Recordings are decoded
 * piece by piece, so memory depends neither on how long they are nor on how many there are. What was made before and is
 * whole is kept. May use what training may use.
 */
package org.antiphon.training.preparation;
