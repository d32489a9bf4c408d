package org.antiphon.media;

import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_CL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_ALPHA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BITEXACT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_BT2020;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import org.antiphon.clip.Picture;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Makes upright RGB pictures of square pixels and the wanted size from decoded frames, by averaging areas. */
final class PictureShaper implements AutoCloseable {

    private final MediaInput input;
    private final AVStream stream;
    private Fit fit;
    private Source source;
    private Fit.Plan plan;
    private SwsContext scaler;
    private BytePointer scaled;
    private int stride;
    private int channels;

    PictureShaper(MediaInput input, AVStream stream, Fit fit) {
        this.input = input;
        this.stream = stream;
        this.fit = fit;
    }

    /** What the scaler depends on; it may change in the middle of a stream. */
    private record Source(
            int width, int height, int format, int colours, boolean full, double pixel, Orientation turn) {}

    Picture shape(AVFrame frame) throws MediaRejected {
        Source seen = describe(frame);
        if (!seen.equals(source)) {
            prepare(seen);
        }
        try (PointerPointer<BytePointer> target = new PointerPointer<>(scaled, null, null, null);
                IntPointer strides = new IntPointer(stride, 0, 0, 0)) {
            sws_scale(scaler, frame.data(), frame.linesize(), 0, seen.height, target, strides);
        }
        byte[] bytes = new byte[stride * plan.scaledHeight()];
        scaled.position(0).get(bytes);
        byte[] rgb = seen.turn.cut(bytes, stride, channels, plan.scaledWidth(), plan.scaledHeight(), plan.cut());
        return new Picture(plan.cut().width(), plan.cut().height(), rgb);
    }

    private Source describe(AVFrame frame) {
        double pixel = pixelAspect(StreamDecoder.ratio(av_guess_sample_aspect_ratio(input.format(), stream, frame)));
        boolean full = frame.color_range() == AVCOL_RANGE_JPEG
                || av_get_pix_fmt_name(frame.format()).getString().startsWith("yuvj");
        Orientation turn = Orientation.of(frame, stream.codecpar());
        return new Source(frame.width(), frame.height(), frame.format(), colours(frame), full, pixel, turn);
    }

    /** Width of a pixel in heights; what is beyond any camera counts as square. */
    static double pixelAspect(double ratio) {
        return ratio < 0.25 || ratio > 4 ? 1 : ratio;
    }

    /** The coefficients of the frame's Y'CbCr; where it says nothing, those usual for its size. */
    private static int colours(AVFrame frame) {
        int space = frame.colorspace();
        if (space == AVCOL_SPC_BT709 || space == AVCOL_SPC_UNSPECIFIED && frame.height() >= 720) {
            return SWS_CS_ITU709;
        }
        return space == AVCOL_SPC_BT2020_NCL || space == AVCOL_SPC_BT2020_CL ? SWS_CS_BT2020 : SWS_CS_ITU601;
    }

    private void prepare(Source seen) throws MediaRejected {
        close();
        plan = fit.plan(input, seen.width, seen.height, seen.pixel, seen.turn);
        fit = fit.exactly(plan.cut().width(), plan.cut().height()); // a stream that changes size gives pictures of one
        boolean alpha = (av_pix_fmt_desc_get(seen.format).flags() & AV_PIX_FMT_FLAG_ALPHA) != 0;
        channels = alpha ? 4 : 3;
        stride = (plan.scaledWidth() * channels + 63) / 64 * 64;
        scaler = sws_getContext(
                seen.width,
                seen.height,
                seen.format,
                plan.scaledWidth(),
                plan.scaledHeight(),
                alpha ? AV_PIX_FMT_RGBA : AV_PIX_FMT_RGB24,
                SWS_AREA | SWS_ACCURATE_RND | SWS_BITEXACT | SWS_FULL_CHR_H_INT,
                null,
                null,
                (DoublePointer) null);
        if (scaler == null || scaler.isNull()) {
            throw input.damaged();
        }
        IntPointer from = sws_getCoefficients(seen.colours);
        sws_setColorspaceDetails(
                scaler, from, seen.full ? 1 : 0, sws_getCoefficients(SWS_CS_ITU709), 1, 0, 1 << 16, 1 << 16);
        scaled = new BytePointer((long) stride * (plan.scaledHeight() + 1) + 64);
        source = seen;
    }

    @Override
    public void close() {
        if (scaler != null) {
            sws_freeContext(scaler);
            scaler = null;
        }
        if (scaled != null) {
            scaled.close();
            scaled = null;
        }
        source = null;
    }
}
