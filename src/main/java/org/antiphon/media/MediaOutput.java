package org.antiphon.media;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_grow_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_shrink_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** A media file being written: add tracks, {@link #begin}, encode frames, {@link #finish}, close. */
final class MediaOutput implements AutoCloseable {

    /** What is done with every coded frame of a track before it is written. */
    interface Shaping {
        byte[] shape(byte[] frame);
    }

    /** One encoder and the stream it feeds. */
    record Track(AVCodecContext codec, AVStream stream, Optional<Shaping> shaping) {}

    private final Path file;
    private final AVFormatContext format = new AVFormatContext(null);
    private final AVIOContext io = new AVIOContext(null);
    private final AVPacket packet;
    private final List<Track> tracks = new ArrayList<>();

    MediaOutput(Path file, String container) throws IOException {
        FFmpeg.load();
        this.file = file;
        BytePointer url = FFmpeg.url(file);
        BytePointer name = new BytePointer((container + "\0").getBytes(StandardCharsets.US_ASCII));
        FFmpeg.check(
                avformat_alloc_output_context2(format, (AVOutputFormat) null, name, url),
                "write " + container + " files");
        format.flags(format.flags() | AVFMT_FLAG_BITEXACT);
        packet = av_packet_alloc();
        try {
            FFmpeg.check(avio_open(io, url, AVIO_FLAG_WRITE), "create " + file);
            format.pb(io);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** A context for the encoder of exactly this name; a substitute is never taken. */
    AVCodecContext encoder(String name) throws IOException {
        AVCodec codec = avcodec_find_encoder_by_name(name);
        if (codec == null || codec.isNull()) {
            throw new IOException("this build of FFmpeg has no encoder " + name);
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        if ((format.oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
            context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        return context;
    }

    /** Opens the encoder and adds its stream; the context belongs to this output from here on. */
    Track add(AVCodecContext codec, Map<String, String> settings) throws IOException {
        return add(codec, settings, Optional.empty());
    }

    Track add(AVCodecContext codec, Map<String, String> settings, Optional<Shaping> shaping) throws IOException {
        AVStream stream = avformat_new_stream(format, null);
        Track track = new Track(codec, stream, shaping);
        tracks.add(track);
        AVDictionary options = dictionary(settings);
        try {
            FFmpeg.check(avcodec_open2(codec, null, options), "open the encoder for " + file);
        } finally {
            av_dict_free(options);
        }
        stream.time_base(codec.time_base());
        FFmpeg.check(avcodec_parameters_from_context(stream.codecpar(), codec), "describe the stream of " + file);
        return track;
    }

    void begin(Map<String, String> settings) throws IOException {
        AVDictionary options = dictionary(settings);
        try {
            FFmpeg.check(avformat_write_header(format, options), "begin " + file);
        } finally {
            av_dict_free(options);
        }
    }

    /** Encodes one frame, or what the encoder still holds if {@code frame} is null. */
    void encode(Track track, AVFrame frame) throws IOException {
        FFmpeg.check(avcodec_send_frame(track.codec(), frame), "encode a frame of " + file);
        while (true) {
            int result = avcodec_receive_packet(track.codec(), packet);
            if (result == AVERROR_EAGAIN() || result == AVERROR_EOF()) {
                return;
            }
            FFmpeg.check(result, "encode a frame of " + file);
            if (packet.duration() == 0) {
                packet.duration(1); // one picture; without it the last one would count as lasting no time
            }
            if (track.shaping().isPresent()) {
                shape(track.shaping().get());
            }
            av_packet_rescale_ts(
                    packet, track.codec().time_base(), track.stream().time_base());
            packet.stream_index(track.stream().index());
            FFmpeg.check(av_interleaved_write_frame(format, packet), "write to " + file);
        }
    }

    private void shape(Shaping shaping) throws IOException {
        byte[] frame = new byte[packet.size()];
        packet.data().get(frame);
        byte[] shaped = shaping.shape(frame);
        if (shaped.length > frame.length) {
            FFmpeg.check(av_grow_packet(packet, shaped.length - frame.length), "lengthen a frame of " + file);
        } else {
            av_shrink_packet(packet, shaped.length);
        }
        packet.data().put(shaped);
    }

    /** Drains every encoder and completes the file. */
    void finish() throws IOException {
        for (Track track : tracks) {
            encode(track, null);
        }
        FFmpeg.check(av_write_trailer(format), "complete " + file);
    }

    @Override
    public void close() {
        for (Track track : tracks) {
            avcodec_free_context(track.codec());
        }
        if (!io.isNull()) {
            avio_closep(io);
        }
        av_packet_free(packet);
        avformat_free_context(format);
    }

    private static AVDictionary dictionary(Map<String, String> settings) {
        AVDictionary options = new AVDictionary(null);
        settings.forEach((key, value) -> av_dict_set(options, key, value, 0));
        return options;
    }
}
