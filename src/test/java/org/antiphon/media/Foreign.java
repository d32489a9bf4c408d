package org.antiphon.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Waveform;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.ShortPointer;

/** Files as other programs write them. */
final class Foreign {

    private Foreign() {}

    /** Container and encoders by FFmpeg's names; null for none. */
    record Form(String container, String video, String audio, int pixelWidth) {
        Form(String container, String video, String audio) {
            this(container, video, audio, 1);
        }
    }

    /** Pictures that begin at the given milliseconds (at 25 a second, if null), and stereo sound; each may be absent. */
    static void write(Path file, Form form, List<Picture> pictures, long[] millis, Waveform sound) throws IOException {
        try (MediaOutput output = new MediaOutput(file, form.container())) {
            MediaOutput.Track seen =
                    form.video() == null ? null : output.add(video(output, form, pictures.get(0)), FAST);
            MediaOutput.Track heard = form.audio() == null ? null : output.add(audio(output, form, sound), Map.of());
            if (seen != null) {
                seen.stream().sample_aspect_ratio(seen.codec().sample_aspect_ratio());
            }
            output.begin(Map.of());
            for (int i = 0; i < pictures.size(); i++) {
                picture(output, seen, pictures.get(i), millis == null ? i * 40L : millis[i]);
            }
            if (heard != null) {
                sound(output, heard, sound);
            }
            output.finish();
        }
    }

    /** Pictures of which each is another, in MPEG-4 with pictures that refer to later ones, and a key picture now and then. */
    static Path film(Path file, int count, int keyEvery) throws IOException {
        String container = file.toString().endsWith(".mkv") ? "matroska" : "mp4";
        try (MediaOutput output = new MediaOutput(file, container)) {
            AVCodecContext codec = video(output, new Form(container, "mpeg4", null), Scenes.textured(64, 48, 0));
            codec.gop_size(keyEvery);
            codec.max_b_frames(2);
            MediaOutput.Track track = output.add(codec, Map.of());
            output.begin(Map.of());
            for (int i = 0; i < count; i++) {
                picture(output, track, Scenes.textured(64, 48, i), i * 40L);
            }
            output.finish();
        }
        return file;
    }

    private static final Map<String, String> FAST = Map.of("deadline", "realtime", "cpu-used", "8");

    private static AVCodecContext video(MediaOutput output, Form form, Picture picture) throws IOException {
        AVCodecContext codec = output.encoder(form.video());
        codec.width(picture.width());
        codec.height(picture.height());
        boolean full = form.video().equals("mjpeg");
        codec.pix_fmt(full ? avutil.AV_PIX_FMT_YUVJ420P : avutil.AV_PIX_FMT_YUV420P);
        int ticks = form.container().equals("avi") ? 25 : 1000; // avi counts pictures
        codec.time_base(new AVRational().num(1).den(ticks));
        codec.framerate(new AVRational().num(25).den(1));
        codec.bit_rate(800_000);
        codec.sample_aspect_ratio(new AVRational().num(form.pixelWidth()).den(1));
        return codec;
    }

    private static AVCodecContext audio(MediaOutput output, Form form, Waveform sound) throws IOException {
        AVCodecContext codec = output.encoder(form.audio());
        boolean planar = Set.of("aac", "libmp3lame").contains(form.audio());
        codec.sample_fmt(planar ? avutil.AV_SAMPLE_FMT_FLTP : avutil.AV_SAMPLE_FMT_S16);
        codec.sample_rate(sound.rate().hertz());
        codec.time_base(new AVRational().num(1).den(sound.rate().hertz()));
        avutil.av_channel_layout_default(codec.ch_layout(), 2);
        codec.bit_rate(128_000);
        return codec;
    }

    private static void picture(MediaOutput output, MediaOutput.Track track, Picture picture, long millis)
            throws IOException {
        AVFrame frame = avutil.av_frame_alloc();
        frame.format(track.codec().pix_fmt());
        frame.width(picture.width());
        frame.height(picture.height());
        FFmpeg.check(avutil.av_frame_get_buffer(frame, 0), "reserve a picture");
        boolean full = track.codec().pix_fmt() == avutil.AV_PIX_FMT_YUVJ420P;
        for (int plane = 0; plane < 3; plane++) {
            int step = plane == 0 ? 1 : 2;
            for (int y = 0; y < picture.height(); y += step) {
                for (int x = 0; x < picture.width(); x += step) {
                    frame.data(plane)
                            .put((long) (y / step) * frame.linesize(plane) + x / step, yuv(picture, x, y, plane, full));
                }
            }
        }
        frame.pts(millis * track.codec().time_base().den() / 1000);
        output.encode(track, frame);
        avutil.av_frame_free(frame);
    }

    /** BT.601 in studio range, or a grey in full range. */
    private static byte yuv(Picture picture, int x, int y, int plane, boolean full) {
        if (full && plane == 0) {
            return (byte) picture.at(x, y, 1);
        }
        double r = picture.at(x, y, 0) / 255.0;
        double g = picture.at(x, y, 1) / 255.0;
        double b = picture.at(x, y, 2) / 255.0;
        double value =
                switch (plane) {
                    case 0 -> 16 + 65.481 * r + 128.553 * g + 24.966 * b;
                    case 1 -> 128 - 37.797 * r - 74.203 * g + 112 * b;
                    default -> 128 + 112 * r - 93.786 * g - 18.214 * b;
                };
        return (byte) Math.round(value);
    }

    private static void sound(MediaOutput output, MediaOutput.Track track, Waveform sound) throws IOException {
        int size = track.codec().frame_size() > 0 ? track.codec().frame_size() : 1024;
        boolean planar = track.codec().sample_fmt() == avutil.AV_SAMPLE_FMT_FLTP;
        for (int from = 0; from < sound.length(); from += size) {
            AVFrame frame = avutil.av_frame_alloc();
            int count = Math.min(size, sound.length() - from);
            frame.format(track.codec().sample_fmt());
            frame.nb_samples(count);
            frame.sample_rate(sound.rate().hertz());
            avutil.av_channel_layout_default(frame.ch_layout(), 2);
            FFmpeg.check(avutil.av_frame_get_buffer(frame, 0), "reserve sound");
            for (int c = 0; c < 2; c++) {
                for (int i = 0; i < count; i++) {
                    float value = sound.samples()[from + i] * (c == 0 ? 1.2f : 0.8f); // the average is the sound
                    if (planar) {
                        new FloatPointer(frame.data(c)).put(i, value);
                    } else {
                        new ShortPointer(frame.data(0)).put(2L * i + c, (short) Math.round(value * 32_767));
                    }
                }
            }
            frame.pts(from);
            output.encode(track, frame);
            avutil.av_frame_free(frame);
        }
    }

    /** A WAVE file of the given format: 1 PCM, 3 float. */
    static void wav(Path file, int format, int bits, int channels, int rate, byte[] data) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + data.length);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        bytes.putShort((short) format).putShort((short) channels).putInt(rate);
        bytes.putInt(rate * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data);
        Files.write(file, bytes.array());
    }

    /** Where the box of this name begins its contents, searched from {@code from}; -1 if there is none. */
    static int box(byte[] mp4, String name, int from) {
        byte[] tag = name.getBytes(StandardCharsets.US_ASCII);
        for (int i = from; i + 4 <= mp4.length; i++) {
            if (mp4[i] == tag[0] && mp4[i + 1] == tag[1] && mp4[i + 2] == tag[2] && mp4[i + 3] == tag[3]) {
                return i + 4;
            }
        }
        return -1;
    }

    /** Writes the turn into the first track's header, as a phone held upright does. */
    static void rotate(Path mp4, int degrees) throws IOException {
        byte[] bytes = Files.readAllBytes(mp4);
        int cos = (int) Math.round(Math.cos(Math.toRadians(degrees))) << 16;
        int sin = (int) Math.round(Math.sin(Math.toRadians(degrees))) << 16;
        ByteBuffer matrix = ByteBuffer.wrap(bytes, box(bytes, "tkhd", 0) + 40, 36);
        matrix.putInt(cos).putInt(sin).putInt(0).putInt(-sin).putInt(cos).putInt(0);
        Files.write(mp4, bytes);
    }
}
