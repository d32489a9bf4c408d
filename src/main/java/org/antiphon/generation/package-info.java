/**
 * Translations as the product sees them: an upload comes in, a job waits in the queue, an attempt works on it, artifacts
 * and metrics come out. Holds the HTTP API, the demo pages, the queue on PostgreSQL and the worker.
 *
 * <p>Takes files and requests, gives {@link org.antiphon.generation.TranslationView}s. Rows stay inside; other packages
 * get ids and views. May use clip, media, translation, metric, platform and account.
 */
package org.antiphon.generation;
