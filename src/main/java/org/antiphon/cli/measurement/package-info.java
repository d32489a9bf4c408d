/**
 * Measures candidate sounds against true ones, one pair or thousands: reads files, brings them together by one stated rule,
 * and writes one row for each pair and metric.
 *
 * <p>Takes paths and metrics, gives rows with a value or a reason: a file that cannot be used is a reason, never the end of
 * a run. Uses {@code media} and {@code metric}; the command {@code measure} is its only user.
 */
package org.antiphon.cli.measurement;
