package org.antiphon.metric;

/** A metric that needs no sound: it compares annotations as well, or an annotation with what is heard in a sound. */
public interface TranscriptMetric extends SoundMetric {

    Measurement measure(Transcript reference, Transcript candidate);
}
