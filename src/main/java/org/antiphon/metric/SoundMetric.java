package org.antiphon.metric;

import org.antiphon.clip.Waveform;

/** Compares a candidate sound with the true one. */
public interface SoundMetric extends PairMetric {

    Measurement measure(SoundPair pair);

    /** The same for two sounds of which nothing else is measured. */
    default Measurement measure(Waveform reference, Waveform candidate) {
        return measure(new SoundPair(reference, candidate));
    }
}
