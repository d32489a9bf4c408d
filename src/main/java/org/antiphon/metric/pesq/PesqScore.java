package org.antiphon.metric.pesq;

/**
 * How good the degraded sound is.
 *
 * @param raw the score of P.862, from about -0.5 to 4.5
 * @param mapped the mean opinion score (MOS-LQO) of P.862.1 or P.862.2
 */
public record PesqScore(double raw, double mapped) implements PesqOutcome {}
