package org.antiphon.study.stimulus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.signal.Resampler;
import org.antiphon.study.design.Item;
import org.antiphon.study.design.Presentation;

/**
 * Which part of a recording is shown, in whole pictures: all versions of an item are cut at the same picture and the same
 * sample.
 *
 * @param first picture
 * @param pictures how many
 */
record Cut(int first, int pictures) {

    static final SampleRate RATE = SampleRate.STUDIO;
    static final FrameRate PICTURES = FrameRate.MODEL;

    private static final int SAMPLES_A_PICTURE = 1920;

    /** BS.1534-3 asks for 5 ms; without it a cut in the middle of a tone clicks. */
    private static final int FADE = 240;

    /** @throws IllegalArgumentException if nothing would be left */
    Cut {
        if (first < 0 || pictures < 1) {
            throw new IllegalArgumentException("a clip needs pictures, was " + pictures + " from picture " + first);
        }
    }

    /**
     * The cut that an item and its study ask for.
     *
     * @param seconds length of the recording
     * @throws IllegalArgumentException if the recording ends before the clip begins
     */
    static Cut of(Item item, Presentation presentation, double seconds) {
        double rate = PICTURES.perSecond();
        int first = (int) Math.round(item.start() * rate);
        double longest = Math.min(item.seconds().orElse(Double.MAX_VALUE), presentation.longest());
        int left = (int) Math.floor(seconds * rate + 1e-6) - first;
        int pictures = (int) Math.min(left, Math.floor(longest * rate + 1e-6));
        if (pictures < 1) {
            throw new IllegalArgumentException("the recording of " + item.id() + " has " + seconds
                    + " s, but its clip is to begin at " + item.start() + " s");
        }
        return new Cut(first, pictures);
    }

    int samples() {
        return pictures * SAMPLES_A_PICTURE;
    }

    double seconds() {
        return PICTURES.secondsAt(pictures);
    }

    /** This part of a recording's sound at 48 kHz, faded at both ends; what the sound lacks is silence. */
    Waveform of(Waveform sound) {
        Waveform whole = Resampler.to(sound, RATE);
        int from = Math.min(whole.length(), first * SAMPLES_A_PICTURE);
        float[] part = Arrays.copyOf(Arrays.copyOfRange(whole.samples(), from, whole.length()), samples());
        int heard = Math.min(samples(), whole.length() - from);
        int fade = Math.min(FADE, heard / 2);
        for (int i = 0; i < fade; i++) {
            float share = (float) (0.5 - 0.5 * Math.cos(Math.PI * (i + 0.5) / fade));
            part[i] *= share;
            part[heard - 1 - i] *= share;
        }
        return new Waveform(part, RATE);
    }

    /** Another recording's sound, moved so that its own clip, which begins at picture {@code begins}, falls on this one. */
    Waveform asIfFrom(int begins, Waveform sound) {
        Waveform whole = Resampler.to(sound, RATE);
        int from = Math.min(whole.length(), begins * SAMPLES_A_PICTURE);
        float[] moved = new float[first * SAMPLES_A_PICTURE + whole.length() - from];
        System.arraycopy(whole.samples(), from, moved, first * SAMPLES_A_PICTURE, whole.length() - from);
        return new Waveform(moved, RATE);
    }

    /** This part of a recording's pictures; the last one is held where there are too few. */
    List<Picture> of(Frames frames) {
        List<Picture> shown = new ArrayList<>();
        for (int i = 0; i < pictures; i++) {
            shown.add(frames.pictures().get(Math.min(first + i, frames.count() - 1)));
        }
        return shown;
    }
}
