package org.antiphon.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_int;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import java.io.IOException;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Changes the sample rate of mono sound fed in pieces, without shifting it: n samples become
 * round(n · out / in), and sample 0 stays sample 0. Equal rates pass untouched.
 */
final class RateConverter implements AutoCloseable {

    private final int from;
    private final int to;
    private final SwrContext context;
    private long taken;
    private long given;
    private boolean closed;

    RateConverter(int from, int to) throws IOException {
        this.from = from;
        this.to = to;
        context = from == to ? null : new SwrContext(null);
        if (context != null) {
            try (AVChannelLayout mono = new AVChannelLayout()) {
                av_channel_layout_default(mono, 1);
                FFmpeg.check(
                        swr_alloc_set_opts2(
                                context, mono, AV_SAMPLE_FMT_FLT, to, mono, AV_SAMPLE_FMT_FLT, from, 0, (Pointer) null),
                        "convert sound from " + from + " to " + to + " Hz");
            }
            av_opt_set_int(context, "filter_size", 64, 0);
            FFmpeg.check(swr_init(context), "convert sound from " + from + " to " + to + " Hz");
        }
    }

    int from() {
        return from;
    }

    /** Samples handed over so far. */
    long taken() {
        return taken;
    }

    float[] convert(float[] samples) throws IOException {
        taken += samples.length;
        if (context == null || samples.length == 0) {
            given += samples.length;
            return samples;
        }
        try (FloatPointer in = new FloatPointer(samples)) {
            float[] out = run(in, samples.length);
            given += out.length;
            return out;
        }
    }

    /** What is left at the end. */
    float[] finish() throws IOException {
        int due = Math.toIntExact(Math.max(0, Math.round(taken * (double) to / from) - given));
        return due == 0 || context == null ? new float[0] : Arrays.copyOf(run(null, 0), due);
    }

    private float[] run(FloatPointer in, int count) throws IOException {
        int room = swr_get_out_samples(context, count) + 64;
        try (FloatPointer out = new FloatPointer(room);
                PointerPointer<FloatPointer> to = new PointerPointer<>(out, null);
                PointerPointer<FloatPointer> source = in == null ? null : new PointerPointer<>(in, null)) {
            int made = FFmpeg.check(swr_convert(context, to, room, source, count), "convert sound");
            float[] samples = new float[made];
            out.get(samples);
            return samples;
        }
    }

    @Override
    public void close() {
        if (context != null && !closed) {
            swr_free(context);
            closed = true;
        }
    }
}
