package org.antiphon.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_DBL;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_U8;
import static org.bytedeco.ffmpeg.global.avutil.av_get_bytes_per_sample;
import static org.bytedeco.ffmpeg.global.avutil.av_get_packed_sample_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_sample_fmt_is_planar;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** Decoded sound as mono floats. */
final class Samples {

    /** Far beyond full scale: nothing real is louder, and no sum of such values overflows. */
    private static final float LOUDEST = 64;

    private Samples() {}

    /** The average of all channels; what is not a number is silence. */
    static float[] mono(AVFrame frame) {
        int channels = frame.ch_layout().nb_channels();
        int count = frame.nb_samples();
        int packed = av_get_packed_sample_fmt(frame.format());
        int width = av_get_bytes_per_sample(frame.format());
        boolean planar = av_sample_fmt_is_planar(frame.format()) == 1;
        float[] mono = new float[count];
        for (int c = 0; c < channels; c++) {
            BytePointer plane = planar ? frame.extended_data(c) : frame.extended_data(0);
            long bytes = (long) count * width * (planar ? 1 : channels);
            ByteBuffer data = plane.capacity(bytes).asByteBuffer().order(ByteOrder.nativeOrder());
            int at = planar ? 0 : c * width;
            int step = planar ? width : channels * width;
            for (int i = 0; i < count; i++, at += step) {
                mono[i] += value(data, at, packed);
            }
        }
        for (int i = 0; i < count; i++) {
            mono[i] /= Math.max(1, channels);
        }
        return mono;
    }

    private static float value(ByteBuffer data, int at, int format) {
        if (format == AV_SAMPLE_FMT_FLT) {
            return sane(data.getFloat(at));
        } else if (format == AV_SAMPLE_FMT_S16) {
            return data.getShort(at) / 32_768f;
        } else if (format == AV_SAMPLE_FMT_S32) {
            return (float) (data.getInt(at) / 2_147_483_648.0);
        } else if (format == AV_SAMPLE_FMT_DBL) {
            return sane((float) data.getDouble(at));
        } else if (format == AV_SAMPLE_FMT_U8) {
            return ((data.get(at) & 0xFF) - 128) / 128f;
        }
        throw new IllegalStateException("no accepted decoder gives samples of format " + format);
    }

    private static float sane(float value) {
        return Float.isFinite(value) ? Math.max(-LOUDEST, Math.min(LOUDEST, value)) : 0;
    }
}
