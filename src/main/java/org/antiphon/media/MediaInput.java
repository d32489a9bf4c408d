package org.antiphon.media;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEFAULT;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** An opened media file of an accepted kind whose declarations keep the limits; nothing of it is decoded yet. */
final class MediaInput implements AutoCloseable {

    private static final String DAMAGED_REMEDY =
            "It may be cut off or not completely uploaded: play it to check, or export it again.";

    private final Path file;
    private final FileKind kind;
    private final MediaLimits limits;
    private final AVFormatContext format;
    private Optional<AVStream> video = Optional.empty();
    private Optional<AVStream> audio = Optional.empty();

    private MediaInput(Path file, FileKind kind, MediaLimits limits) {
        this.file = file;
        this.kind = kind;
        this.limits = limits;
        this.format = avformat_alloc_context();
    }

    static MediaInput open(Path file, MediaLimits limits) throws MediaRejected {
        FFmpeg.load();
        checkBytes(file, limits);
        FileKind kind = FileKind.of(file);
        checkStill(file, kind, limits);
        checkWhole(file, kind);
        MediaInput input = new MediaInput(file, kind, limits);
        try {
            input.openFormat();
            if (kind == FileKind.MP4) {
                input.checkSeconds(Mp4Header.seconds(file));
            }
            input.checkDeclared();
            if (avformat_find_stream_info(input.format, (AVDictionary) null) < 0) {
                throw input.damaged();
            }
            input.checkDeclared();
            input.chooseStreams();
            return input;
        } catch (MediaRejected | RuntimeException e) {
            input.close();
            throw e;
        }
    }

    private static void checkBytes(Path file, MediaLimits limits) throws MediaRejected {
        if (!Files.isRegularFile(file)) {
            throw MediaRejected.of(
                    RejectionCode.UNREADABLE, file, "is not there, or is no file", "Check its name and place.");
        }
        try {
            long bytes = Files.size(file);
            if (bytes > limits.maxBytes()) {
                throw MediaRejected.of(
                        RejectionCode.TOO_MANY_BYTES,
                        file,
                        "has " + mebibytes(bytes),
                        "At most " + mebibytes(limits.maxBytes()) + " are taken: shorten or compress it.");
            }
        } catch (IOException e) {
            throw MediaRejected.of(RejectionCode.UNREADABLE, file, "cannot be read", "Check that it may be read.");
        }
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20));
    }

    private static void checkStill(Path file, FileKind kind, MediaLimits limits) throws MediaRejected {
        OptionalLong pixels = StillHeader.pixels(file, kind);
        if (pixels.isPresent() && pixels.getAsLong() > limits.maxPixels()) {
            throw tooManyPixels(file, pixels.getAsLong(), limits);
        }
    }

    private static void checkWhole(Path file, FileKind kind) throws MediaRejected {
        OptionalLong announced = Announced.beyondTheEnd(file, kind);
        if (announced.isPresent()) {
            throw MediaRejected.of(
                    RejectionCode.DAMAGED,
                    file,
                    "is cut off before its end",
                    "It was probably not completely uploaded, or saved: try once more, or export it again.");
        }
    }

    private static MediaRejected tooManyPixels(Path file, long pixels, MediaLimits limits) {
        return MediaRejected.of(
                RejectionCode.TOO_MANY_PIXELS,
                file,
                String.format(Locale.ROOT, "has pictures of %.1f million pixels", pixels / 1e6),
                String.format(
                        Locale.ROOT, "At most %.1f million are taken: make it smaller.", limits.maxPixels() / 1e6));
    }

    private void openFormat() throws MediaRejected {
        format.max_streams(limits.maxStreams() + 64); // a backstop: the clear answer comes from checkDeclared
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "protocol_whitelist", "file", 0);
        av_dict_set(options, "format_whitelist", kind.demuxer() + ",mov,mp4,m4a,3gp,3g2,mj2,matroska,webm", 0);
        av_dict_set(options, "codec_whitelist", Codecs.whitelist(), 0);
        av_dict_set(options, "probesize", "5000000", 0);
        av_dict_set(options, "analyzeduration", "5000000", 0);
        try {
            int result = avformat_open_input(format, FFmpeg.url(file), av_find_input_format(kind.demuxer()), options);
            if (result < 0) {
                format.setNull();
                throw damaged();
            }
        } finally {
            av_dict_free(options);
        }
    }

    private void checkDeclared() throws MediaRejected {
        int streams = format.nb_streams();
        if (streams > limits.maxStreams()) {
            throw MediaRejected.of(
                    RejectionCode.TOO_MANY_STREAMS,
                    file,
                    "has " + streams + " tracks",
                    "At most " + limits.maxStreams() + " are taken: export it with one video and one sound track.");
        }
        checkSeconds(declaredSeconds());
        for (int i = 0; i < streams; i++) {
            AVStream stream = format.streams(i);
            long pixels = (long) stream.codecpar().width() * stream.codecpar().height();
            if (pixels > limits.maxPixels()) {
                throw tooManyPixels(file, pixels, limits);
            }
        }
    }

    /** Refuses a length, declared or found while decoding, beyond the limit. */
    void checkSeconds(double seconds) throws MediaRejected {
        if (seconds > limits.maxSeconds()) {
            throw MediaRejected.of(
                    RejectionCode.TOO_LONG,
                    file,
                    "lasts " + duration(seconds),
                    "At most " + duration(limits.maxSeconds()) + " are taken: cut out the part you want.");
        }
    }

    private static String duration(double seconds) {
        if (seconds < 120) {
            return String.format(Locale.ROOT, "%.0f seconds", seconds);
        }
        return seconds < 7200
                ? String.format(Locale.ROOT, "%.1f minutes", seconds / 60)
                : String.format(Locale.ROOT, "%.1f hours", seconds / 3600);
    }

    private void chooseStreams() throws MediaRejected {
        String refused = null;
        for (int i = 0; i < format.nb_streams(); i++) {
            AVStream stream = format.streams(i);
            int type = stream.codecpar().codec_type();
            boolean cover = (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
            if (type != AVMEDIA_TYPE_VIDEO && type != AVMEDIA_TYPE_AUDIO || cover) {
                continue;
            }
            if (!decodable(stream)) {
                refused = avcodec_get_name(stream.codecpar().codec_id()).getString();
            } else if (type == AVMEDIA_TYPE_VIDEO) {
                video = Optional.of(preferred(video, stream));
            } else {
                audio = Optional.of(preferred(audio, stream));
            }
        }
        if (video.isEmpty() && audio.isEmpty()) {
            throw format.nb_streams() == 0 ? damaged() : nothingInside(refused);
        }
        for (int i = 0; i < format.nb_streams(); i++) {
            if (!isVideo(i) && !isAudio(i)) {
                format.streams(i).discard(AVDISCARD_ALL);
            }
        }
    }

    private MediaRejected nothingInside(String refusedCodec) {
        if (refusedCodec != null) {
            return MediaRejected.of(
                    RejectionCode.UNSUPPORTED_CODEC,
                    file,
                    "is coded as " + refusedCodec + ", which is not taken",
                    "Export it as mp4 (H.264 with AAC), webm, or wav.");
        }
        return MediaRejected.of(
                RejectionCode.NOTHING_INSIDE, file, "holds neither pictures nor sound", "Choose another file.");
    }

    private static AVStream preferred(Optional<AVStream> before, AVStream candidate) {
        boolean better = before.isEmpty()
                || (before.get().disposition() & AV_DISPOSITION_DEFAULT) == 0
                        && (candidate.disposition() & AV_DISPOSITION_DEFAULT) != 0;
        return better ? candidate : before.get();
    }

    private static boolean decodable(AVStream stream) {
        AVCodec decoder = avcodec_find_decoder(stream.codecpar().codec_id());
        return decoder != null
                && !decoder.isNull()
                && Codecs.accepted(decoder.name().getString());
    }

    boolean isVideo(int index) {
        return video.isPresent() && video.get().index() == index;
    }

    boolean isAudio(int index) {
        return audio.isPresent() && audio.get().index() == index;
    }

    Path file() {
        return file;
    }

    FileKind kind() {
        return kind;
    }

    MediaLimits limits() {
        return limits;
    }

    AVFormatContext format() {
        return format;
    }

    Optional<AVStream> video() {
        return video;
    }

    Optional<AVStream> audio() {
        return audio;
    }

    double declaredSeconds() {
        return kind.stillPicture() ? 0 : Math.max(0, format.duration() / (double) AV_TIME_BASE);
    }

    MediaRejected damaged() {
        return MediaRejected.of(
                RejectionCode.DAMAGED,
                file,
                "begins like a file of kind " + kind.label() + " but cannot be understood",
                DAMAGED_REMEDY);
    }

    @Override
    public void close() {
        if (!format.isNull()) {
            avformat_close_input(format);
        }
    }
}
