package org.antiphon.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.Clip;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;

/** Gathers a whole clip in memory. */
final class CollectingSink implements ClipSink {

    private final long maxPictureBytes;
    private final List<Picture> pictures = new ArrayList<>();
    private float[] sound = new float[1 << 16];
    private int samples;
    private long pictureBytes;

    /** @param maxPictureBytes how much the pictures may take, repeated ones counted once */
    CollectingSink(long maxPictureBytes) {
        this.maxPictureBytes = maxPictureBytes;
    }

    @Override
    public void pictures(Picture picture, int times) throws IOException {
        pictureBytes += picture.rgb().length;
        if (pictureBytes > maxPictureBytes) {
            throw new TooMuch();
        }
        for (int i = 0; i < times; i++) {
            pictures.add(picture);
        }
    }

    @Override
    public void sound(float[] more) {
        if (samples + more.length > sound.length) {
            sound = Arrays.copyOf(sound, Math.max(samples + more.length, sound.length * 2));
        }
        System.arraycopy(more, 0, sound, samples, more.length);
        samples += more.length;
    }

    /** The pictures do not fit into the memory set aside for them. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** @throws IllegalArgumentException if nothing arrived, or pictures of different sizes */
    Clip clip(FrameRate rate, SampleRate soundRate) {
        Optional<Frames> frames = pictures.isEmpty() ? Optional.empty() : Optional.of(new Frames(pictures, rate));
        Optional<Waveform> waveform =
                samples == 0 ? Optional.empty() : Optional.of(new Waveform(Arrays.copyOf(sound, samples), soundRate));
        return new Clip(frames, waveform);
    }
}
