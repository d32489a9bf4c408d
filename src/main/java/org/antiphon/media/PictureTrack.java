package org.antiphon.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BITEXACT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.io.IOException;
import java.util.Map;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** The H.264 track of an mp4: pictures of one size at a constant rate, BT.709, a key picture every second. */
final class PictureTrack implements AutoCloseable {

    private static final int SMALLEST_SIDE = 16;
    private static final int LARGEST_SIDE = 3840;

    private final MediaOutput output;
    private final MediaOutput.Track track;
    private final int pictureWidth;
    private final int pictureHeight;
    private final int width;
    private final int height;
    private final AVFrame frame;
    private final SwsContext toYuv;
    private final BytePointer rgb;
    private final byte[] padded;
    private long next;

    /** Sizes are made even by repeating the last column and row, as H.264 with 4:2:0 colour needs. */
    PictureTrack(MediaOutput output, int pictureWidth, int pictureHeight, FrameRate rate) throws IOException {
        this.output = output;
        this.pictureWidth = pictureWidth;
        this.pictureHeight = pictureHeight;
        width = Math.max(SMALLEST_SIDE, pictureWidth + pictureWidth % 2);
        height = Math.max(SMALLEST_SIDE, pictureHeight + pictureHeight % 2);
        if (width > LARGEST_SIDE || height > LARGEST_SIDE) {
            throw new IOException("a video may be at most " + LARGEST_SIDE + " pixels a side, was " + pictureWidth + "×"
                    + pictureHeight);
        }
        track = output.add(encoder(rate), Map.of("allow_skip_frames", "0"));
        frame = av_frame_alloc();
        frame.format(AV_PIX_FMT_YUV420P);
        frame.width(width);
        frame.height(height);
        FFmpeg.check(av_frame_get_buffer(frame, 0), "reserve a picture");
        toYuv = converter();
        padded = new byte[width * height * 3];
        rgb = new BytePointer(padded.length + 64L); // vector code may read a little beyond the end
    }

    private AVCodecContext encoder(FrameRate rate) throws IOException {
        AVCodecContext codec = output.encoder("libopenh264");
        codec.width(width);
        codec.height(height);
        codec.pix_fmt(AV_PIX_FMT_YUV420P);
        AVRational timeBase = new AVRational().num(rate.denominator()).den(rate.numerator());
        codec.time_base(timeBase);
        codec.framerate(new AVRational().num(rate.numerator()).den(rate.denominator()));
        codec.bit_rate(bitRate(rate));
        codec.gop_size(Math.max(1, (int) Math.round(rate.perSecond())));
        codec.color_range(AVCOL_RANGE_MPEG);
        codec.colorspace(AVCOL_SPC_BT709);
        codec.color_primaries(AVCOL_PRI_BT709);
        codec.color_trc(AVCOL_TRC_BT709);
        codec.thread_count(1);
        codec.flags(codec.flags() | AV_CODEC_FLAG_BITEXACT);
        return codec;
    }

    /** 1 Mb/s for 256×256 at 25 per second; growing slower than the number of pixels, as detail does. */
    private long bitRate(FrameRate rate) {
        double pixels = width * (double) height / (256 * 256);
        double share = Math.pow(pixels, 0.75) * Math.max(1, rate.perSecond() / 25);
        return Math.round(Math.min(20e6, Math.max(300e3, 1e6 * share)));
    }

    private SwsContext converter() {
        SwsContext context = sws_getContext(
                width,
                height,
                AV_PIX_FMT_RGB24,
                width,
                height,
                AV_PIX_FMT_YUV420P,
                SWS_AREA | SWS_ACCURATE_RND | SWS_BITEXACT | SWS_FULL_CHR_H_INP,
                null,
                null,
                (DoublePointer) null);
        IntPointer bt709 = sws_getCoefficients(SWS_CS_ITU709);
        sws_setColorspaceDetails(context, bt709, 1, bt709, 0, 0, 1 << 16, 1 << 16);
        return context;
    }

    /** @throws IOException if the picture is not of the size of the first one, or cannot be written */
    void write(Picture picture) throws IOException {
        if (picture.width() != pictureWidth || picture.height() != pictureHeight) {
            throw new IOException("pictures of one video must be of one size, picture " + next + " is "
                    + picture.width() + "×" + picture.height() + " after " + pictureWidth + "×" + pictureHeight);
        }
        rgb.put(pad(picture), 0, padded.length);
        FFmpeg.check(av_frame_make_writable(frame), "reserve a picture");
        try (PointerPointer<BytePointer> source = new PointerPointer<>(rgb, null, null, null);
                IntPointer stride = new IntPointer(width * 3, 0, 0, 0)) {
            sws_scale(toYuv, source, stride, 0, height, frame.data(), frame.linesize());
        }
        frame.pts(next++);
        output.encode(track, frame);
    }

    private byte[] pad(Picture picture) {
        if (width == pictureWidth && height == pictureHeight) {
            return picture.rgb();
        }
        int row = pictureWidth * 3;
        for (int y = 0; y < height; y++) {
            int from = Math.min(y, pictureHeight - 1) * row;
            int to = y * width * 3;
            System.arraycopy(picture.rgb(), from, padded, to, row);
            for (int x = row; x < width * 3; x++) {
                padded[to + x] = padded[to + x - 3];
            }
        }
        return padded;
    }

    @Override
    public void close() {
        av_frame_free(frame);
        sws_freeContext(toYuv);
        rgb.close();
    }
}
