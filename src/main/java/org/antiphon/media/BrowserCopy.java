package org.antiphon.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;

/** Rewrites any accepted file as an mp4 that every browser plays, one picture at a time in memory. */
final class BrowserCopy {

    private final Path file;
    private final MediaLimits limits;
    private final Path out;

    BrowserCopy(Path file, MediaLimits limits, Path out) {
        this.file = file;
        this.limits = limits;
        this.out = out;
    }

    void write(int maxSide) throws MediaRejected, IOException {
        try {
            boolean pictures;
            boolean heard;
            try (MediaInput input = MediaInput.open(file, limits)) {
                pictures = input.video().isPresent();
                heard = input.audio().isPresent();
            }
            Optional<Waveform> sound = heard ? sound(pictures) : Optional.empty();
            if (pictures) {
                film(DecodeRequest.forDisplay(maxSide).picturesOnly(), sound);
            } else {
                MediaWriter.m4a(out, sound.orElseThrow(() -> new IOException("no sound could be decoded")));
            }
        } catch (MediaRejected | IOException | RuntimeException e) {
            Files.deleteIfExists(out);
            throw e;
        }
    }

    /** @param pictures whether there are pictures, so that a sound track without sound is no reason to refuse */
    private Optional<Waveform> sound(boolean pictures) throws MediaRejected, IOException {
        DecodeRequest request = DecodeRequest.soundAt(SampleRate.STUDIO);
        CollectingSink sink = new CollectingSink(0);
        try {
            new ClipDecoder(file, limits).decode(request, sink);
        } catch (MediaRejected e) {
            if (pictures && e.code() == RejectionCode.NOTHING_INSIDE) {
                return Optional.empty();
            }
            throw e;
        }
        return sink.clip(request.rate(), request.soundRate()).sound();
    }

    private void film(DecodeRequest request, Optional<Waveform> sound) throws MediaRejected, IOException {
        try (Filming filming = new Filming(request, sound)) {
            new ClipDecoder(file, limits).decode(request, filming);
            filming.mp4.finish();
        }
    }

    /** Begins the mp4 when the size of the pictures is known: with the first one. */
    private final class Filming implements ClipSink, AutoCloseable {

        private final DecodeRequest request;
        private final Optional<Waveform> sound;
        private Mp4File mp4;

        Filming(DecodeRequest request, Optional<Waveform> sound) {
            this.request = request;
            this.sound = sound;
        }

        @Override
        public void pictures(Picture picture, int times) throws IOException {
            if (mp4 == null) {
                mp4 = new Mp4File(out, picture.width(), picture.height(), request.rate(), sound, Optional.empty());
            }
            for (int i = 0; i < times; i++) {
                mp4.write(picture);
            }
        }

        @Override
        public void sound(float[] samples) {
            throw new IllegalStateException("only pictures were asked for");
        }

        @Override
        public void close() {
            if (mp4 != null) {
                mp4.close();
            }
        }
    }
}
