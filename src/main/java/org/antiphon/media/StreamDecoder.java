package org.antiphon.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** The decoder of one stream. Packets that it cannot make sense of are skipped: damaged files give what they have. */
final class StreamDecoder implements AutoCloseable {

    private final AVStream stream;
    private final AVCodecContext context;
    private final double tick;

    StreamDecoder(MediaInput input, AVStream stream) throws MediaRejected {
        this.stream = stream;
        tick = ratio(stream.time_base());
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        context = avcodec_alloc_context3(codec);
        context.thread_count(1); // one seed, one result: no decoder that depends on timing
        context.max_pixels(input.limits().maxPixels());
        context.pkt_timebase(stream.time_base());
        boolean opened = avcodec_parameters_to_context(context, stream.codecpar()) >= 0
                && avcodec_open2(context, codec, (AVDictionary) null) >= 0;
        if (!opened) {
            close();
            throw input.damaged();
        }
    }

    AVStream stream() {
        return stream;
    }

    /** Hands over one packet, or null at the end of the stream. */
    void send(AVPacket packet) {
        avcodec_send_packet(context, packet);
    }

    /** Whether a decoded frame was there and is now in {@code frame}. */
    boolean receive(AVFrame frame) {
        return avcodec_receive_frame(context, frame) >= 0;
    }

    /** The frame's time of presentation in the container's seconds; NaN if unknown. */
    double seconds(AVFrame frame) {
        long stamp = frame.best_effort_timestamp();
        return stamp == AV_NOPTS_VALUE ? Double.NaN : stamp * tick;
    }

    /** How long the frame is shown, in seconds, as stored; 0 if unknown. */
    double duration(AVFrame frame) {
        return Math.max(0, frame.duration() * tick);
    }

    /** Where the stream ends as its container declares to the sample, in the container's seconds; NaN if it does not. */
    double declaredEnd() {
        boolean known = stream.duration() > 0 && stream.start_time() != AV_NOPTS_VALUE;
        return known ? (stream.start_time() + stream.duration()) * tick : Double.NaN;
    }

    static double ratio(AVRational rational) {
        return rational.num() <= 0 || rational.den() <= 0 ? 0 : (double) rational.num() / rational.den();
    }

    @Override
    public void close() {
        avcodec_free_context(context);
    }
}
