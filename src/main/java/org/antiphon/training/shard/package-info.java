/**
 * The file format of prepared recordings.
 *
 * <p>A shard holds one recording, or a part of a long one: {@code Section}s of equally long items, in blocks that are
 * compressed by themselves, so that a window anywhere costs only the blocks it touches. A folder of shards has an index
 * with the SHA-256 of each. Equal input gives equal bytes: there is no time stamp and no order of threads in them. May use
 * clip, dataset, model's layouts and nn; training's preparation writes with it and training reads with it.
 */
package org.antiphon.training.shard;
