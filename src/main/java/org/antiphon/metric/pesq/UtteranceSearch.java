package org.antiphon.metric.pesq;

import java.util.ArrayList;
import java.util.List;

/** Finds the utterances of the reference, the delay of each, and the borders between them. */
final class UtteranceSearch {

    private static final int SHORTEST = 50;
    private static final int MARGIN = Sampling.GUARD_BLOCKS;

    private final Sampling sampling;
    private final VoiceActivity reference;
    private final int degradedLength;
    private final EnvelopeCorrelation envelopes;
    private final FrameCorrelations frames;
    private final DelayHistogram histogram;

    UtteranceSearch(
            Sampling sampling,
            VoiceActivity reference,
            int degradedLength,
            EnvelopeCorrelation envelopes,
            FrameCorrelations frames) {
        this.sampling = sampling;
        this.reference = reference;
        this.degradedLength = degradedLength;
        this.envelopes = envelopes;
        this.frames = frames;
        this.histogram = new DelayHistogram(sampling);
    }

    /**
     * The utterances in order, none if nobody speaks.
     *
     * @param crude delay of the whole signal, in samples
     */
    List<Utterance> find(int crude) {
        int blocks = reference.blocks();
        int lowest = SHORTEST - crude / sampling.block;
        int highest = (degradedLength - crude) / sampling.block - SHORTEST;
        List<Utterance> found = new ArrayList<>();
        int k = 0;
        while (k < blocks) {
            if (reference.level()[k] <= 0) {
                k++;
                continue;
            }
            int start = k;
            while (k < blocks && reference.level()[k] > 0) {
                k++;
            }
            int end = Math.min(k, blocks - 1);
            if (end - start >= SHORTEST && start < highest && end > lowest) {
                found.add(delayed(start, end, crude));
            }
        }
        return found.isEmpty() ? found : bordered(found);
    }

    private Utterance delayed(int start, int end, int crude) {
        int from = Math.max(0, start - MARGIN);
        int to = Math.min(reference.blocks() - 1, end + MARGIN);
        int estimate = envelopes.delay(from, to, crude);
        histogram.clear();
        int at = Math.max(from * sampling.block, -estimate);
        int count = sampling.alignmentFrames(Math.min(to * sampling.block, degradedLength - estimate) - at);
        frames.begin(at, estimate, count, false);
        frames.addTo(histogram, count);
        return new Utterance(start, end, estimate, estimate + histogram.lag(), histogram.confidence());
    }

    /** Moves the borders so that utterances touch, and stay inside both signals. */
    private List<Utterance> bordered(List<Utterance> found) {
        List<Utterance> moved = new ArrayList<>(found);
        int last = moved.size() - 1;
        moved.set(0, moved.get(0).startingAt(MARGIN));
        moved.set(last, moved.get(last).endingAt(reference.blocks() - MARGIN));
        for (int u = 1; u <= last; u++) {
            int border = (moved.get(u).start() + moved.get(u - 1).end()) / 2;
            part(moved, u, border, border);
        }
        moved.set(0, notBefore(moved.get(0), moved.get(0).start()));
        moved.set(last, notAfter(moved.get(last)));
        for (int u = 1; u <= last; u++) {
            int delay = moved.get(u).delay();
            int earlier = moved.get(u - 1).delay();
            int start = moved.get(u).start() * sampling.block + delay;
            int end = moved.get(u - 1).end() * sampling.block + earlier;
            if (start < end) {
                int border = (start + end) / 2;
                part(
                        moved,
                        u,
                        (border - earlier) / sampling.block,
                        (sampling.block - 1 + border - delay) / sampling.block);
            }
        }
        return moved;
    }

    private static void part(List<Utterance> utterances, int u, int end, int start) {
        utterances.set(u - 1, utterances.get(u - 1).endingAt(end));
        utterances.set(u, utterances.get(u).startingAt(start));
    }

    /** Lets an utterance start later where its degraded part, from a block on, would lie before the signal. */
    private Utterance notBefore(Utterance utterance, int block) {
        return block * sampling.block + utterance.delay() < MARGIN * sampling.block
                ? utterance.startingAt(MARGIN + (sampling.block - 1 - utterance.delay()) / sampling.block)
                : utterance;
    }

    /** Lets an utterance end earlier where its degraded part would lie after the signal. */
    private Utterance notAfter(Utterance utterance) {
        return utterance.end() * sampling.block + utterance.delay() > degradedLength - MARGIN * sampling.block
                ? utterance.endingAt((degradedLength - utterance.delay()) / sampling.block - MARGIN)
                : utterance;
    }
}
