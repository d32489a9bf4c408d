package org.antiphon.media;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;

import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * Where reading begins if only a late part of the pictures is wanted: at a key frame before it, so that a part late in an
 * hour of video costs no more than an early one. Only containers that give every picture a time of its own are sought in;
 * sound is always decoded from the beginning, because a codec's and a resampler's state reach back and it costs little.
 *
 * @param zero time zero of the clip in the container's seconds
 * @param shown a time, from time zero, at which the first picture that is wanted is on show
 */
record LateStart(double zero, double shown) {

    private static final double WORTHWHILE = 5; // seconds of pictures that are not decoded
    private static final double BEFORE = 2; // seconds, as containers index by decoding time, which is earlier

    static LateStart of(DecodeRequest request, double zero) {
        double rate = request.rate().perSecond();
        return new LateStart(zero, (request.span().first(rate) + 0.5) / rate);
    }

    /** Goes there. @return whether anything was skipped; if not, reading begins where it would have begun */
    boolean seek(MediaInput input) {
        boolean timed = input.kind() == FileKind.MP4 || input.kind() == FileKind.MATROSKA;
        if (!timed || input.video().isEmpty() || shown < WORTHWHILE) {
            return false;
        }
        AVStream stream = input.video().get();
        double tick = StreamDecoder.ratio(stream.time_base());
        long stamp = (long) Math.floor((zero + shown - BEFORE) / tick);
        return tick > 0 && av_seek_frame(input.format(), stream.index(), stamp, AVSEEK_FLAG_BACKWARD) >= 0;
    }

    /** Whether the first picture after {@link #seek} shows that nothing is missed; {@code seconds} are from time zero. */
    boolean isInTime(double seconds) {
        return seconds <= shown; // false for NaN
    }
}
