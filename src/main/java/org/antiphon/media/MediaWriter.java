package org.antiphon.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Waveform;

/**
 * Writes media files that every current browser plays, and lossless ones for keeping. A file that could not be
 * completed is removed. Every method throws {@link IOException} naming the file and what failed.
 */
public final class MediaWriter {

    private MediaWriter() {}

    /**
     * An mp4 with H.264 (4:2:0, a key picture every second) and, if there is sound, mono AAC.
     *
     * <p>Exactly the given pictures, at exactly the given rate; an odd width or height is made even by repeating the
     * last column or row. Picture 0 and sample 0 are shown and heard at time zero: what AAC puts before its first
     * sample is cut off by the file's edit list. Pictures are taken from {@code pictures} one at a time.
     *
     * @param sound may be longer or shorter than the pictures; AAC's rates only (8 to 96 kHz)
     */
    public static void mp4(Path out, Iterable<Picture> pictures, FrameRate rate, Optional<Waveform> sound)
            throws IOException {
        mp4(out, pictures, rate, sound, Optional.empty());
    }

    /**
     * The same, with the sound as it has been coded already.
     *
     * @param coded of a sound that is as long as this one
     */
    public static void mp4(Path out, Iterable<Picture> pictures, FrameRate rate, Waveform sound, CodedSound coded)
            throws IOException {
        mp4(out, pictures, rate, Optional.of(sound), Optional.of(coded));
    }

    private static void mp4(
            Path out, Iterable<Picture> pictures, FrameRate rate, Optional<Waveform> sound, Optional<CodedSound> coded)
            throws IOException {
        Iterator<Picture> iterator = pictures.iterator();
        if (!iterator.hasNext()) {
            throw new IOException("cannot write " + out + ": a video needs at least one picture");
        }
        Picture first = iterator.next();
        write(out, () -> {
            try (Mp4File file = new Mp4File(out, first.width(), first.height(), rate, sound, coded)) {
                file.write(first);
                while (iterator.hasNext()) {
                    file.write(iterator.next());
                }
                file.finish();
            }
        });
    }

    /** Mono AAC in an mp4 container, for playing in a browser. */
    public static void m4a(Path out, Waveform sound) throws IOException {
        soundOnly(out, "ipod", sound, SoundTrack::aac, Mp4File.playableEarly(Optional.of(sound)));
    }

    /** Lossless at 24 bits, about half the size of {@link #wav}. */
    public static void flac(Path out, Waveform sound) throws IOException {
        soundOnly(out, "flac", sound, SoundTrack::flac, Map.of());
    }

    /** Mono PCM of 24 bits, the same bytes on every machine. */
    public static void wav(Path out, Waveform sound) throws IOException {
        write(out, () -> WavFile.write(out, sound));
    }

    /** A PNG with the same bytes on every machine; not compressed. */
    public static void png(Path out, Picture picture) throws IOException {
        write(out, () -> Files.write(out, PngFile.encode(picture)));
    }

    private interface Writing {
        void run() throws IOException;
    }

    private interface TrackMaker {
        SoundTrack make(MediaOutput output, Waveform sound) throws IOException;
    }

    private static void soundOnly(
            Path out, String container, Waveform sound, TrackMaker maker, Map<String, String> settings)
            throws IOException {
        if (sound.length() == 0) {
            throw new IOException("cannot write " + out + ": there is no sound to write");
        }
        write(out, () -> {
            try (MediaOutput output = new MediaOutput(out, container)) {
                SoundTrack track = maker.make(output, sound);
                output.begin(settings);
                track.writeUntil(Double.POSITIVE_INFINITY);
                output.finish();
            }
        });
    }

    private static void write(Path out, Writing writing) throws IOException {
        try {
            writing.run();
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(out);
            throw e;
        }
    }
}
