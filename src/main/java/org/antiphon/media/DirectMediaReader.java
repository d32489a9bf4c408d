package org.antiphon.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.antiphon.clip.Clip;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.antiphon.media.MediaInfo.AudioStream;
import org.antiphon.media.MediaInfo.VideoStream;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * Decodes in this process: fast, and for files that can be trusted not to crash a decoder (our own, corpora). The same
 * limits and refusals as everywhere; only a native crash or hang cannot be survived here.
 */
public final class DirectMediaReader implements MediaReader {

    /** Pictures of one clip may take this much memory: 5 minutes of 96×96 take 0.2 GB, of 360×360 2.9 GB. */
    private static final long MOST_PICTURE_BYTES = 4L << 30;

    private final MediaLimits limits;

    public DirectMediaReader() {
        this(MediaLimits.TRUSTED);
    }

    public DirectMediaReader(MediaLimits limits) {
        this.limits = limits;
    }

    @Override
    public MediaInfo probe(Path file) throws MediaRejected {
        try (MediaInput input = MediaInput.open(file, limits)) {
            ClipDecoder.Beginnings found = new ClipDecoder(file, limits).beginnings(input);
            return new MediaInfo(
                    input.kind().label(),
                    input.declaredSeconds(),
                    input.video().filter(stream -> found.picture()).map(stream -> video(input, stream)),
                    input.audio().filter(stream -> found.sound()).flatMap(DirectMediaReader::audio));
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static VideoStream video(MediaInput input, AVStream stream) {
        AVCodecParameters stored = stream.codecpar();
        Orientation turn = Orientation.of(stored);
        double pixel = PictureShaper.pixelAspect(
                StreamDecoder.ratio(av_guess_sample_aspect_ratio(input.format(), stream, null)));
        int wide = (int) Math.round(stored.width() * Math.max(1, pixel));
        int high = (int) Math.round(stored.height() * Math.max(1, 1 / pixel));
        return new VideoStream(
                avcodec_get_name(stored.codec_id()).getString(),
                turn.swap() ? high : wide,
                turn.swap() ? wide : high,
                rate(stream.avg_frame_rate()),
                turn.degrees());
    }

    private static FrameRate rate(AVRational rate) {
        return rate.num() > 0 && rate.den() > 0 ? new FrameRate(rate.num(), rate.den()) : FrameRate.MODEL;
    }

    private static Optional<AudioStream> audio(AVStream stream) {
        AVCodecParameters stored = stream.codecpar();
        return stored.sample_rate() <= 0
                ? Optional.empty()
                : Optional.of(new AudioStream(
                        avcodec_get_name(stored.codec_id()).getString(),
                        new SampleRate(stored.sample_rate()),
                        stored.ch_layout().nb_channels()));
    }

    @Override
    public Clip decode(Path file, DecodeRequest request) throws MediaRejected {
        CollectingSink sink = new CollectingSink(MOST_PICTURE_BYTES);
        try {
            new ClipDecoder(file, limits).decode(request, sink);
            return sink.clip(request.rate(), request.soundRate());
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /**
     * Decodes piece by piece into {@code sink}, so that a file may be longer than memory; as {@link #decode} otherwise.
     *
     * @throws IOException as the sink throws it
     */
    public void stream(Path file, DecodeRequest request, ClipSink sink) throws MediaRejected, IOException {
        new ClipDecoder(file, limits).decode(request, sink);
    }

    @Override
    public Picture picture(Path file, int maxSide) throws MediaRejected {
        try {
            return new ClipDecoder(file, limits).picture(maxSide);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    @Override
    public void browserCopy(Path file, int maxSide, Path out) throws MediaRejected {
        try {
            new BrowserCopy(file, limits, out).write(maxSide);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    static MediaRejected failed(Path file, IOException cause) {
        MediaRejected rejected = cause instanceof CollectingSink.TooMuch
                ? MediaRejected.of(
                        RejectionCode.TOO_LONG,
                        file,
                        "holds more pictures than fit into memory",
                        "Cut out the part you want.")
                : MediaRejected.of(
                        RejectionCode.DAMAGED,
                        file,
                        "could not be decoded (" + cause.getMessage() + ")",
                        "Export it again in another format.");
        rejected.initCause(cause);
        return rejected;
    }
}
