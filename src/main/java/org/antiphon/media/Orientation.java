package org.antiphon.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * How a stored picture is turned for display: one of the eight ways to lay down a rectangle.
 *
 * @param swap whether stored columns become shown rows
 * @param flipX whether the shown x then runs backwards
 * @param flipY whether the shown y then runs backwards
 */
record Orientation(boolean swap, boolean flipX, boolean flipY) {

    static final Orientation UPRIGHT = new Orientation(false, false, false);

    /** What the frame says (photographs), else what its stream says (phone videos). */
    static Orientation of(AVFrame frame, AVCodecParameters parameters) {
        AVFrameSideData data = av_frame_get_side_data(frame, AV_FRAME_DATA_DISPLAYMATRIX);
        return data == null || data.isNull() ? of(parameters) : ofMatrix(new IntPointer(data.data()));
    }

    static Orientation of(AVCodecParameters parameters) {
        if (parameters.nb_coded_side_data() == 0) {
            return UPRIGHT;
        }
        AVPacketSideData data = av_packet_side_data_get(
                parameters.coded_side_data(), parameters.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
        return data == null || data.isNull() ? UPRIGHT : ofMatrix(new IntPointer((Pointer) data.data()));
    }

    /** The matrix (a b u; c d v; x y w) sends stored (p, q) to shown (a·p + c·q, b·p + d·q), up to a shift. */
    private static Orientation ofMatrix(IntPointer matrix) {
        int a = matrix.get(0);
        int b = matrix.get(1);
        int c = matrix.get(3);
        int d = matrix.get(4);
        boolean swap = Math.abs((long) b) + Math.abs((long) c) > Math.abs((long) a) + Math.abs((long) d);
        return swap ? new Orientation(true, c < 0, b < 0) : new Orientation(false, a < 0, d < 0);
    }

    /** Clockwise turn in degrees; mirror images count as their unmirrored neighbour. */
    int degrees() {
        if (swap) {
            return flipX ? 90 : 270;
        }
        return flipX && flipY ? 180 : 0;
    }

    /**
     * Cuts a rectangle out of the shown picture.
     *
     * @param stored rows of {@code stride} bytes, {@code channels} bytes a pixel, {@code storedWidth × storedHeight}
     * @return {@code width × height × 3} bytes; a fourth channel is transparency, shown on white
     */
    byte[] cut(byte[] stored, int stride, int channels, int storedWidth, int storedHeight, Cut cut) {
        byte[] rgb = new byte[cut.width() * cut.height() * 3];
        if (equals(UPRIGHT) && channels == 3) {
            int row = cut.width() * 3;
            for (int y = 0; y < cut.height(); y++) {
                System.arraycopy(stored, (cut.y() + y) * stride + cut.x() * 3, rgb, y * row, row);
            }
            return rgb;
        }
        int to = 0;
        for (int y = cut.y(); y < cut.y() + cut.height(); y++) {
            for (int x = cut.x(); x < cut.x() + cut.width(); x++) {
                int along = swap ? y : x;
                int down = swap ? x : y;
                boolean back = swap ? flipY : flipX;
                boolean up = swap ? flipX : flipY;
                int p = back ? storedWidth - 1 - along : along;
                int q = up ? storedHeight - 1 - down : down;
                int from = q * stride + p * channels;
                int alpha = channels == 4 ? stored[from + 3] & 0xFF : 255;
                for (int c = 0; c < 3; c++) {
                    int value = stored[from + c] & 0xFF;
                    rgb[to++] = (byte) (alpha == 255 ? value : (value * alpha + 255 * (255 - alpha) + 127) / 255);
                }
            }
        }
        return rgb;
    }

    /** A rectangle in the shown picture. */
    record Cut(int x, int y, int width, int height) {}
}
