package org.antiphon.metric.pesq;

/**
 * A stretch of speech in the reference, and its delay in the degraded signal.
 *
 * @param start first block
 * @param end block after the last
 * @param estimate delay that the envelopes show, in samples
 * @param delay in samples; positive where the degraded signal is late
 * @param confidence share of frames, by weight, that agree on the delay: 0 to 1
 */
record Utterance(int start, int end, int estimate, int delay, double confidence) {

    Utterance startingAt(int block) {
        return new Utterance(block, end, estimate, delay, confidence);
    }

    Utterance endingAt(int block) {
        return new Utterance(start, block, estimate, delay, confidence);
    }
}
