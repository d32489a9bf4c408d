/**
 * How well the shipped models translate recordings that they have not seen: every row that a result table must carry
 * (truth, ceilings, ours, and the sanity rows a model that does not look or listen would fail), as JSON, CSV and a page.
 *
 * <p>Takes a corpus and the translator, gives a report folder; used by the evaluate command alone.
 */
package org.antiphon.cli.evaluation;
