package org.antiphon.metric;

import org.antiphon.clip.Waveform;

/** Compares a candidate sound with the true one. */
public interface SoundMetric {

    MetricCard card();

    Measurement measure(Waveform reference, Waveform candidate);
}
