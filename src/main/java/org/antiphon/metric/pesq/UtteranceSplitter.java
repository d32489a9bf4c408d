package org.antiphon.metric.pesq;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Divides utterances during which the delay changes, again and again until no part gains by it. */
final class UtteranceSplitter {

    private static final int MOST_UTTERANCES = 50;
    private static final int SHORTEST_SPEECH = 200;
    private static final int MARGIN = Sampling.GUARD_BLOCKS;

    private final Sampling sampling;
    private final VoiceActivity reference;
    private final int degradedLength;
    private final SplitSearch search;

    UtteranceSplitter(Sampling sampling, VoiceActivity reference, int degradedLength, SplitSearch search) {
        this.sampling = sampling;
        this.reference = reference;
        this.degradedLength = degradedLength;
        this.search = search;
    }

    List<Utterance> split(List<Utterance> whole) {
        List<Utterance> utterances = new ArrayList<>(whole);
        int u = 0;
        while (u < utterances.size() && utterances.size() < MOST_UTTERANCES) {
            Utterance utterance = utterances.get(u);
            Optional<SplitSearch.Split> split = best(utterance);
            if (split.isEmpty()) {
                u++;
            } else {
                utterances.set(u, first(utterance, split.get()));
                utterances.add(u + 1, second(utterance, split.get()));
            }
        }
        return utterances;
    }

    private Optional<SplitSearch.Split> best(Utterance utterance) {
        int from = utterance.start();
        while (from < utterance.end() && !isSpeech(from)) {
            from++;
        }
        int to = utterance.end();
        while (to > utterance.start() && !isSpeech(to)) {
            to--;
        }
        to++;
        return to - from < SHORTEST_SPEECH ? Optional.empty() : search.best(utterance, from, to);
    }

    private boolean isSpeech(int block) {
        return block >= 0 && block < reference.blocks() && reference.level()[block] > 0;
    }

    private Utterance first(Utterance whole, SplitSearch.Split split) {
        SplitSearch.Part part = split.first();
        int start = whole.start();
        if ((start - MARGIN) * sampling.block + part.delay() < 0) {
            start = MARGIN + (sampling.block - 1 - part.delay()) / sampling.block;
        }
        return new Utterance(start, split.at() + gap(split), part.estimate(), part.delay(), part.confidence());
    }

    private Utterance second(Utterance whole, SplitSearch.Split split) {
        SplitSearch.Part part = split.second();
        int end = whole.end();
        if (end * sampling.block + part.delay() > degradedLength - MARGIN * sampling.block) {
            end = (degradedLength - part.delay()) / sampling.block - MARGIN;
        }
        return new Utterance(split.at() - gap(split), end, part.estimate(), part.delay(), part.confidence());
    }

    /** Where the delay grows, both parts reach over the border by half of what was inserted, in blocks. */
    private int gap(SplitSearch.Split split) {
        return Math.max(0, split.second().delay() - split.first().delay()) / (2 * sampling.block);
    }
}
