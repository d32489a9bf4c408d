package org.antiphon.metric.pesq;

import java.util.List;

/** The delay of every sample of the reference. */
record Delays(List<Utterance> utterances, int block) {

    /** The delay at a sample: that of the last utterance that has begun, before all of them that of the first. */
    int at(int sample) {
        for (int u = utterances.size() - 1; u >= 0; u--) {
            if (utterances.get(u).start() * block <= sample) {
                return utterances.get(u).delay();
            }
        }
        return utterances.get(0).delay();
    }
}
