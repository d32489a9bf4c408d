package org.antiphon.dataset.etude;

/**
 * One stroke of the bow in one direction.
 *
 * @param start seconds
 * @param end seconds
 * @param down from frog to tip (down-bow, drawn with a strong beginning that tapers) or tip to frog (up-bow, swelling)
 * @param length share of the bow that is drawn, 0 to 1; the stroke is centred on the middle of the bow
 */
public record BowStroke(double start, double end, boolean down, double length) {}
