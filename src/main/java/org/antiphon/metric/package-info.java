/**
 * How near a translation comes to the truth, in numbers that can be trusted: sound, notes, loudness, motion and picture.
 *
 * <p>Takes plain arrays and clip records; gives {@code Measured} with its unit, or {@code NotMeasured} with the reason,
 * never a silent zero. Every metric says what it is in a {@code MetricCard}: unit, direction, needs, source, and what it
 * can and cannot tell. {@code Metrics} lists them all.
 * Uses {@code clip} and {@code signal}; training, evaluation and the server read it.
 */
package org.antiphon.metric;
