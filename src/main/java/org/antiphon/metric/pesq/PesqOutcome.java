package org.antiphon.metric.pesq;

/** What came of comparing two sounds: a score, or the reason why there is none. */
public sealed interface PesqOutcome permits PesqScore, PesqRefusal {}
