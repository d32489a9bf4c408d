package org.antiphon.media;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.antiphon.media.DecodeRequest.PictureSize;
import org.antiphon.media.MediaInfo.AudioStream;
import org.antiphon.media.MediaInfo.VideoStream;

/**
 * What this process and its decoder process say to each other: one {@link Order} there, then back one byte that names
 * each message, followed by its fields. The side that reads bounds every length itself.
 */
final class Wire {

    /** The decoder is loaded and waits for its order. */
    static final int READY = 'H';
    /** A {@link MediaInfo}. */
    static final int INFO = 'I';
    /** A picture and how many times it stands on the grid. */
    static final int PICTURE = 'P';
    /** A piece of the sound. */
    static final int SOUND = 'S';
    /** The file is refused: nothing follows. */
    static final int REJECTED = 'R';
    /** All is told. */
    static final int END = 'E';

    private static final int LONGEST_PIECE = 1 << 20;

    private Wire() {}

    /** What is to be done with a file. */
    enum Task {
        PROBE,
        DECODE,
        PICTURE,
        COPY
    }

    /**
     * @param request what to decode; for a still picture and a copy only its {@code maxSide} counts
     * @param out where a copy goes; otherwise the file itself, which is not touched
     */
    record Order(Task task, Path file, MediaLimits limits, DecodeRequest request, Path out) {

        Order(Task task, Path file, MediaLimits limits, DecodeRequest request) {
            this(task, file, limits, request, file);
        }

        void write(DataOutputStream out) throws IOException {
            out.writeUTF(task.name());
            out.writeUTF(file.toString());
            out.writeUTF(this.out.toString());
            out.writeLong(limits.maxBytes());
            out.writeLong(limits.maxPixels());
            out.writeLong(limits.maxDuration().toMillis());
            out.writeInt(limits.maxStreams());
            out.writeLong(limits.timeout().toMillis());
            out.writeInt(request.size().map(PictureSize::width).orElse(0));
            out.writeInt(request.size().map(PictureSize::height).orElse(0));
            out.writeInt(request.maxSide());
            out.writeInt(request.rate().numerator());
            out.writeInt(request.rate().denominator());
            out.writeInt(request.soundRate().hertz());
            out.writeBoolean(request.pictures());
            out.writeBoolean(request.sound());
            out.writeDouble(request.crop().x());
            out.writeDouble(request.crop().y());
            out.writeDouble(request.crop().width());
            out.writeDouble(request.crop().height());
            out.writeDouble(request.span().from());
            out.writeDouble(request.span().to());
            out.flush();
        }

        static Order read(DataInputStream in) throws IOException {
            Task task = Task.valueOf(in.readUTF());
            Path file = Path.of(in.readUTF());
            Path out = Path.of(in.readUTF());
            MediaLimits limits = new MediaLimits(
                    in.readLong(),
                    in.readLong(),
                    Duration.ofMillis(in.readLong()),
                    in.readInt(),
                    Duration.ofMillis(in.readLong()));
            int width = in.readInt();
            int height = in.readInt();
            Optional<PictureSize> size = width == 0 ? Optional.empty() : Optional.of(new PictureSize(width, height));
            DecodeRequest request = new DecodeRequest(
                    size,
                    in.readInt(),
                    new FrameRate(in.readInt(), in.readInt()),
                    new SampleRate(in.readInt()),
                    in.readBoolean(),
                    in.readBoolean(),
                    new Crop(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()),
                    new Span(in.readDouble(), in.readDouble()));
            return new Order(task, file, limits, request, out);
        }
    }

    static void writePicture(DataOutputStream out, Picture picture, int times) throws IOException {
        out.writeByte(PICTURE);
        out.writeInt(picture.width());
        out.writeInt(picture.height());
        out.writeInt(times);
        out.write(picture.rgb());
    }

    /** @throws IOException if width × height is not 1 to {@code mostPixels} */
    static Picture readPicture(DataInputStream in, int width, int height, long mostPixels) throws IOException {
        if (width < 1 || height < 1 || (long) width * height > Math.min(mostPixels, Integer.MAX_VALUE / 3)) {
            throw new IOException("the decoder speaks of a picture of " + width + "×" + height);
        }
        byte[] rgb = new byte[width * height * 3];
        in.readFully(rgb);
        return new Picture(width, height, rgb);
    }

    static void writeSound(DataOutputStream out, float[] samples) throws IOException {
        for (int from = 0; from < samples.length; from += LONGEST_PIECE) {
            int count = Math.min(LONGEST_PIECE, samples.length - from);
            ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES);
            bytes.asFloatBuffer().put(samples, from, count);
            out.writeByte(SOUND);
            out.writeInt(count);
            out.write(bytes.array());
        }
    }

    static float[] readSound(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > LONGEST_PIECE) {
            throw new IOException("the decoder speaks of " + count + " samples at once");
        }
        byte[] bytes = new byte[count * Float.BYTES];
        in.readFully(bytes);
        float[] samples = new float[count];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(samples);
        for (float sample : samples) {
            if (!Float.isFinite(sample)) {
                throw new IOException("the decoder speaks of a sample of " + sample);
            }
        }
        return samples;
    }

    static void writeInfo(DataOutputStream out, MediaInfo info) throws IOException {
        out.writeByte(INFO);
        out.writeUTF(info.container());
        out.writeDouble(info.seconds());
        out.writeBoolean(info.video().isPresent());
        if (info.video().isPresent()) {
            VideoStream video = info.video().get();
            out.writeUTF(video.codec());
            out.writeInt(video.width());
            out.writeInt(video.height());
            out.writeInt(video.rate().numerator());
            out.writeInt(video.rate().denominator());
            out.writeInt(video.rotationDegrees());
        }
        out.writeBoolean(info.audio().isPresent());
        if (info.audio().isPresent()) {
            AudioStream audio = info.audio().get();
            out.writeUTF(audio.codec());
            out.writeInt(audio.rate().hertz());
            out.writeInt(audio.channels());
        }
    }

    static MediaInfo readInfo(DataInputStream in) throws IOException {
        String container = in.readUTF();
        double seconds = in.readDouble();
        Optional<VideoStream> video = in.readBoolean()
                ? Optional.of(new VideoStream(
                        in.readUTF(),
                        in.readInt(),
                        in.readInt(),
                        new FrameRate(in.readInt(), in.readInt()),
                        in.readInt()))
                : Optional.empty();
        Optional<AudioStream> audio = in.readBoolean()
                ? Optional.of(new AudioStream(in.readUTF(), new SampleRate(in.readInt()), in.readInt()))
                : Optional.empty();
        return new MediaInfo(container, seconds, video, audio);
    }

    static void writeRejected(DataOutputStream out, MediaRejected rejected) throws IOException {
        out.writeByte(REJECTED);
        out.writeUTF(rejected.code().name());
        out.writeUTF(rejected.finding());
        out.writeUTF(rejected.remedy());
    }

    /** The refusal that was sent, about {@code file}. */
    static MediaRejected readRejected(DataInputStream in, Path file) throws IOException {
        RejectionCode code = RejectionCode.valueOf(in.readUTF());
        return MediaRejected.of(code, file, in.readUTF(), in.readUTF());
    }
}
