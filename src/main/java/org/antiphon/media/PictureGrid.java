package org.antiphon.media;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.io.IOException;
import org.antiphon.clip.FrameRate;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Puts frames, however they are spaced, on a constant grid: grid picture i is the frame on show at (i + ½) / rate.
 * Frames that are on show at no such instant are never converted.
 */
final class PictureGrid implements AutoCloseable {

    private static final double ROUNDING = 1e-6;
    private static final int MOST_FRAMES_A_SECOND = 480;

    private final MediaInput input;
    private final FrameRate rate;
    private final PictureShaper shaper;
    private final ClipSink sink;
    private final AVFrame held = av_frame_alloc();
    private boolean holding;
    private double heldSince;
    private double heldFor;
    private final long first;
    private final long end;
    private long next;
    private long given;
    private long frames;

    PictureGrid(MediaInput input, DecodeRequest request, PictureShaper shaper, ClipSink sink) {
        this.input = input;
        this.rate = request.rate();
        this.shaper = shaper;
        this.sink = sink;
        this.first = request.span().first(rate.perSecond());
        this.end = request.span().end(rate.perSecond());
    }

    /**
     * Takes the frame over.
     *
     * @param seconds when it begins to be shown, from time zero of the clip; NaN if unknown: after the one before
     * @param duration how long it is shown if none follows
     */
    void frame(AVFrame frame, double seconds, double duration) throws MediaRejected, IOException {
        double since = Double.isNaN(seconds) ? heldSince + heldFor : Math.max(seconds, heldSince);
        input.checkSeconds(Math.max(since, (double) ++frames / MOST_FRAMES_A_SECOND));
        if (holding) {
            emitUntil(since);
        }
        av_frame_unref(held);
        av_frame_move_ref(held, frame);
        holding = true;
        heldSince = since;
        heldFor = duration;
    }

    private void emitUntil(double seconds) throws MediaRejected, IOException {
        double instants = seconds * rate.perSecond() - 0.5 - ROUNDING; // grid instants before that moment
        emit((long) Math.ceil(instants));
    }

    private void emit(long until) throws MediaRejected, IOException {
        long from = Math.max(next, first);
        long to = Math.min(until, end);
        if (to > from) {
            sink.pictures(shaper.shape(held), Math.toIntExact(to - from));
            given += to - from;
        }
        next = Math.max(next, until);
    }

    /** Shows the last frame to its end; at least one picture if there was any frame. */
    void finish() throws MediaRejected, IOException {
        if (!holding) {
            return;
        }
        double over = heldSince + heldFor;
        input.checkSeconds(over);
        emit(Math.max(Math.max(1, next), Math.round(over * rate.perSecond() - ROUNDING)));
    }

    /** Pictures given so far. */
    long count() {
        return given;
    }

    /** Whether all that is wanted was given. */
    boolean done() {
        return next >= end;
    }

    @Override
    public void close() {
        av_frame_free(held);
        shaper.close();
    }
}
