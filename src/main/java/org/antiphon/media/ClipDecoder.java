package org.antiphon.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.antiphon.clip.Picture;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** One pass through one file, into a {@link ClipSink}; the clock that is passed in bounds it. */
final class ClipDecoder {

    /** What a decoder wants done with a frame. */
    private interface Use {
        void frame(AVFrame frame) throws MediaRejected, IOException;
    }

    private final Path file;
    private final MediaLimits limits;
    private final Deadline deadline;

    ClipDecoder(Path file, MediaLimits limits) {
        this.file = file;
        this.limits = limits;
        this.deadline = new Deadline(limits.timeout());
    }

    /** @return how many pictures were decoded for those that were wanted */
    long decode(DecodeRequest request, ClipSink sink) throws MediaRejected, IOException {
        double zero = timeZero();
        OptionalLong sought = request.pictures() && !request.sound() ? late(request, zero, sink) : OptionalLong.empty();
        if (sought.isPresent()) {
            return sought.getAsLong();
        }
        try (MediaInput input = MediaInput.open(file, limits)) {
            return run(input, request, zero, Optional.empty(), sink).getAsLong();
        }
    }

    /** Decodes from a key frame on that is not the first; empty, and nothing given, where that cannot be done exactly. */
    private OptionalLong late(DecodeRequest request, double zero, ClipSink sink) throws MediaRejected, IOException {
        LateStart start = LateStart.of(request, zero);
        try (MediaInput input = MediaInput.open(file, limits)) {
            return start.seek(input) ? run(input, request, zero, Optional.of(start), sink) : OptionalLong.empty();
        }
    }

    private MediaRejected over(Span span) {
        return MediaRejected.of(
                RejectionCode.NOTHING_INSIDE,
                file,
                String.format(
                        Locale.ROOT, "ends before second %.2f, where the part that is wanted begins", span.from()),
                "It may be another cut of the recording, or not completely downloaded.");
    }

    private MediaRejected empty() {
        return MediaRejected.of(
                RejectionCode.NOTHING_INSIDE,
                file,
                "holds no picture and no sound that can be decoded",
                "It may be cut off or not completely uploaded: play it to check, or export it again.");
    }

    /** Whether the tracks that were chosen hold a picture and a sound that can be decoded. */
    record Beginnings(boolean picture, boolean sound) {}

    /**
     * Reads on until both tracks have begun: headers can promise what is not there.
     *
     * @throws MediaRejected if neither begins
     */
    Beginnings beginnings(MediaInput input) throws MediaRejected, IOException {
        boolean[] begun = {input.video().isEmpty(), input.audio().isEmpty()};
        try (StreamDecoder seeing =
                        begun[0] ? null : new StreamDecoder(input, input.video().get());
                StreamDecoder hearing =
                        begun[1] ? null : new StreamDecoder(input, input.audio().get())) {
            Use picture = frame -> begun[0] = true;
            Use sound = frame -> begun[1] = true;
            pump(input, packet -> {
                if (!begun[0] && input.isVideo(packet.stream_index())) {
                    drain(seeing, packet, picture);
                } else if (!begun[1] && input.isAudio(packet.stream_index())) {
                    drain(hearing, packet, sound);
                }
                return !begun[0] || !begun[1];
            });
            if (!begun[0]) {
                drain(seeing, null, picture);
            }
            if (!begun[1]) {
                drain(hearing, null, sound);
            }
        }
        Beginnings found = new Beginnings(
                input.video().isPresent() && begun[0], input.audio().isPresent() && begun[1]);
        if (!found.picture() && !found.sound()) {
            throw empty();
        }
        return found;
    }

    private MediaRejected nothing(DecodeRequest request) {
        return request.pictures()
                ? MediaRejected.of(
                        RejectionCode.NOTHING_INSIDE, file, "holds no pictures", "Choose a video instead of a sound.")
                : MediaRejected.of(
                        RejectionCode.NOTHING_INSIDE, file, "holds no sound", "Choose a file with a sound track.");
    }

    /** @param sought where reading was begun if not at the beginning; with a first picture too late for it nothing is given */
    private OptionalLong run(
            MediaInput input, DecodeRequest request, double zero, Optional<LateStart> sought, ClipSink sink)
            throws MediaRejected, IOException {
        boolean pictures = request.pictures() && input.video().isPresent();
        boolean sound = request.sound() && input.audio().isPresent();
        if (!pictures && !sound) {
            throw nothing(request);
        }
        boolean[] missed = {false};
        long[] decoded = {0};
        try (StreamDecoder seeing =
                        pictures ? new StreamDecoder(input, input.video().get()) : null;
                StreamDecoder hearing =
                        sound ? new StreamDecoder(input, input.audio().get()) : null;
                PictureGrid seen = pictures ? grid(input, request, sink) : null;
                SoundGrid heard = sound ? new SoundGrid(input, request, sink) : null) {
            Use picture = frame -> {
                double seconds = seeing.seconds(frame) - zero;
                missed[0] |=
                        decoded[0]++ == 0 && sought.isPresent() && !sought.get().isInTime(seconds);
                if (!missed[0]) {
                    seen.frame(frame, seconds, shown(input, seeing, frame));
                }
            };
            double end = sound && input.kind() == FileKind.MP4 ? hearing.declaredEnd() - zero : Double.NaN;
            Use samples = frame -> heard.frame(frame, hearing.seconds(frame) - zero, end);
            pump(input, packet -> {
                if (pictures && input.isVideo(packet.stream_index())) {
                    drain(seeing, packet, picture);
                } else if (sound && input.isAudio(packet.stream_index())) {
                    drain(hearing, packet, samples);
                }
                return !missed[0] && (pictures && !seen.done() || sound && !heard.done());
            });
            if (pictures && !missed[0]) {
                drain(seeing, null, picture);
                seen.finish();
            }
            if (sound) {
                drain(hearing, null, samples);
                heard.finish();
            }
            if (missed[0] || sought.isPresent() && decoded[0] == 0) {
                return OptionalLong.empty();
            }
            if ((pictures ? seen.count() : 0) + (sound ? heard.count() : 0) == 0) {
                throw request.span().equals(Span.WHOLE) ? empty() : over(request.span());
            }
            return OptionalLong.of(decoded[0]);
        }
    }

    private static PictureGrid grid(MediaInput input, DecodeRequest request, ClipSink sink) {
        PictureShaper shaper = new PictureShaper(input, input.video().get(), Fit.of(request));
        return new PictureGrid(input, request, shaper, sink);
    }

    /**
     * How long a frame is shown if none follows: as stored, else one period of the stream, else 1/25 s. Some muxers
     * give the last frame next to no time; that is taken for a period as well.
     */
    private static double shown(MediaInput input, StreamDecoder decoder, AVFrame frame) {
        double rate = StreamDecoder.ratio(decoder.stream().avg_frame_rate());
        double period = rate > 0.1 && !input.kind().stillPicture() ? 1 / rate : 0.04;
        double stored = input.kind().stillPicture() ? 0 : decoder.duration(frame);
        return stored < period / 2 ? period : stored;
    }

    /**
     * The earliest first frame of pictures and sound, in the container's seconds, after whatever the decoders drop at
     * the start. Read ahead in a pass of its own, because a stream may begin late in the file.
     */
    private double timeZero() throws MediaRejected, IOException {
        try (MediaInput input = MediaInput.open(file, limits)) {
            double picture = input.video().isPresent()
                    ? firstInstant(input, input.video().get())
                    : Double.NaN;
            if (input.video().isPresent() && input.audio().isPresent()) {
                try (MediaInput again = MediaInput.open(file, limits)) {
                    double sound = firstInstant(again, again.audio().get());
                    return Double.isNaN(picture) || sound < picture ? finite(sound) : picture;
                }
            }
            return input.audio().isPresent()
                    ? finite(firstInstant(input, input.audio().get()))
                    : finite(picture);
        }
    }

    private static double finite(double seconds) {
        return Double.isNaN(seconds) ? 0 : seconds;
    }

    private double firstInstant(MediaInput input, AVStream stream) throws MediaRejected, IOException {
        double[] first = {Double.NaN};
        try (StreamDecoder decoder = new StreamDecoder(input, stream)) {
            Use note = frame -> first[0] = Double.isNaN(first[0]) ? decoder.seconds(frame) : first[0];
            pump(input, packet -> {
                if (packet.stream_index() == stream.index()) {
                    drain(decoder, packet, note);
                }
                return Double.isNaN(first[0]);
            });
            if (Double.isNaN(first[0])) {
                drain(decoder, null, note);
            }
        }
        return first[0];
    }

    /** The first picture, upright, within {@code maxSide}. */
    Picture picture(int maxSide) throws MediaRejected, IOException {
        Picture[] found = {null};
        try (MediaInput input = MediaInput.open(file, limits)) {
            if (input.video().isEmpty()) {
                throw MediaRejected.of(
                        RejectionCode.NOTHING_INSIDE,
                        file,
                        "holds no picture",
                        "Choose a jpg, png or webp, or a video.");
            }
            AVStream stream = input.video().get();
            try (StreamDecoder decoder = new StreamDecoder(input, stream);
                    PictureShaper shaper = new PictureShaper(input, stream, Fit.within(maxSide))) {
                Use take = frame -> found[0] = found[0] == null ? shaper.shape(frame) : found[0];
                pump(input, packet -> {
                    if (input.isVideo(packet.stream_index())) {
                        drain(decoder, packet, take);
                    }
                    return found[0] == null;
                });
                if (found[0] == null) {
                    drain(decoder, null, take);
                }
            }
            if (found[0] == null) {
                throw input.damaged();
            }
        }
        return found[0];
    }

    private interface PacketUse {
        boolean more(AVPacket packet) throws MediaRejected, IOException;
    }

    private void pump(MediaInput input, PacketUse use) throws MediaRejected, IOException {
        AVPacket packet = av_packet_alloc();
        try {
            boolean more = true;
            while (more && av_read_frame(input.format(), packet) >= 0) {
                deadline.check(file);
                more = use.more(packet);
                av_packet_unref(packet);
            }
        } finally {
            av_packet_free(packet);
        }
    }

    private void drain(StreamDecoder decoder, AVPacket packet, Use use) throws MediaRejected, IOException {
        AVFrame frame = av_frame_alloc();
        try {
            decoder.send(packet);
            while (decoder.receive(frame)) {
                deadline.check(file);
                use.frame(frame);
                av_frame_unref(frame);
            }
        } finally {
            av_frame_free(frame);
        }
    }
}
