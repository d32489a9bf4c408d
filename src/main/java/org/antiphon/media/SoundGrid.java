package org.antiphon.media;

import java.io.IOException;
import java.util.Arrays;
import org.antiphon.clip.SampleRate;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Lays decoded sound on the clip's time: silence before a late start and in real gaps, one rate, one channel. */
final class SoundGrid implements AutoCloseable {

    /** Containers round time stamps to a millisecond, some recorders to a block: less than this is no gap. */
    private static final double SMALLEST_GAP = 0.05;

    private static final int HIGHEST_RATE = 384_000;
    private static final int MOST_CHANNELS = 64;

    private final MediaInput input;
    private final SampleRate rate;
    private final ClipSink sink;
    private RateConverter converter;
    private double begun;
    private final long first;
    private final long last;
    private long made;
    private long given;

    SoundGrid(MediaInput input, DecodeRequest request, ClipSink sink) {
        this.input = input;
        this.rate = request.soundRate();
        this.sink = sink;
        this.first = request.span().first(rate.hertz());
        this.last = request.span().end(rate.hertz());
    }

    /**
     * @param seconds when the frame begins, from time zero of the clip; NaN if unknown: right after the one before
     * @param end where the container says the stream ends, from time zero; NaN if it does not. What a codec of fixed
     *     blocks adds after it, up to a block, is cut off
     */
    void frame(AVFrame frame, double seconds, double end) throws MediaRejected, IOException {
        checkForm(frame);
        boolean first = converter == null;
        if (first || converter.from() != frame.sample_rate()) {
            double start = now();
            finish();
            converter = new RateConverter(frame.sample_rate(), rate.hertz());
            begun = start;
        }
        double gap = Double.isNaN(seconds) ? 0 : seconds - now();
        if (gap > (first ? 0.5 / frame.sample_rate() : SMALLEST_GAP)) {
            input.checkSeconds(seconds);
            give(converter.convert(new float[(int) Math.round(gap * frame.sample_rate())]));
        }
        input.checkSeconds(now() + (double) frame.nb_samples() / frame.sample_rate());
        float[] samples = Samples.mono(frame);
        long excess = Math.round((seconds + (double) samples.length / frame.sample_rate() - end) * frame.sample_rate());
        boolean padded = excess > 0 && excess < samples.length; // NaN rounds to 0
        give(converter.convert(padded ? Arrays.copyOf(samples, samples.length - (int) excess) : samples));
    }

    private void checkForm(AVFrame frame) throws MediaRejected {
        int channels = frame.ch_layout().nb_channels();
        if (frame.sample_rate() <= 0
                || frame.sample_rate() > HIGHEST_RATE
                || channels < 1
                || channels > MOST_CHANNELS) {
            throw MediaRejected.of(
                    RejectionCode.UNSUPPORTED_CODEC,
                    input.file(),
                    "has sound of " + frame.sample_rate() + " Hz and " + channels + " channels",
                    "Export it with 44.1 or 48 kHz, mono or stereo.");
        }
    }

    private double now() {
        return converter == null ? 0 : begun + (double) converter.taken() / converter.from();
    }

    private void give(float[] samples) throws IOException {
        int from = (int) Math.max(0, Math.min(samples.length, first - made));
        int to = (int) Math.max(0, Math.min(samples.length, last - made));
        made += samples.length;
        if (to > from) {
            given += to - from;
            sink.sound(to - from == samples.length ? samples : Arrays.copyOfRange(samples, from, to));
        }
    }

    void finish() throws IOException {
        if (converter != null) {
            give(converter.finish());
            converter.close();
        }
    }

    /** Samples given so far. */
    long count() {
        return given;
    }

    /** Whether all that is wanted was given. */
    boolean done() {
        return made >= last;
    }

    @Override
    public void close() {
        if (converter != null) {
            converter.close();
        }
    }
}
