package org.antiphon.metric.pesq;

import java.util.Optional;
import java.util.stream.Stream;
import org.antiphon.signal.Window;

/** The two sample rates, and every length (in samples) that follows from them. */
final class Sampling {

    static final Sampling HZ_8000 = new Sampling(8000);
    static final Sampling HZ_16000 = new Sampling(16_000);

    /** Blocks of silence put before and after each signal. */
    static final int GUARD_BLOCKS = 75;

    /** In hertz. */
    final int rate;

    /** 4 ms: the step of speech activity, and the unit of utterance borders. */
    final int block;

    /** 32 ms: a frame of the perceptual model. */
    final int frame;

    /** Half a frame. */
    final int hop;

    /** 64 ms: a frame of the fine time alignment. */
    final int alignment;

    /** 300 ms of silence before and after the signal. */
    final int guard;

    /** 320 ms of silence more at the end. */
    final int padding;

    /** A quarter of a second: what a signal must have. */
    final int shortest;

    /** Window of a perceptual frame. Never written to. */
    final double[] frameWindow;

    /** Window of an alignment frame. Never written to. */
    final double[] alignmentWindow;

    final BarkBands bands;

    private Sampling(int rate) {
        this.rate = rate;
        this.block = rate / 250;
        this.frame = 8 * block;
        this.hop = frame / 2;
        this.alignment = 16 * block;
        this.guard = GUARD_BLOCKS * block;
        this.padding = 80 * block;
        this.shortest = rate / 4;
        this.frameWindow = Window.hann(frame);
        this.alignmentWindow = Window.hann(alignment);
        this.bands = BarkBands.at(rate);
    }

    /** How many frames of the fine time alignment, a quarter of a frame apart, fit into a number of samples. */
    int alignmentFrames(int samples) {
        return samples < alignment ? 0 : 4 * (samples - alignment) / alignment + 1;
    }

    static Optional<Sampling> of(int rate) {
        return Stream.of(HZ_8000, HZ_16000)
                .filter(sampling -> sampling.rate == rate)
                .findFirst();
    }
}
