package org.antiphon.study.stimulus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Waveform;
import org.antiphon.study.design.Presentation;
import org.antiphon.study.design.document.Id;

/** A ball that goes to and fro and a chord that swells with it, four seconds: music enough to set a level by. */
final class TryOutClip {

    private static final int PICTURES = 100;
    private static final int SIZE = 256;
    private static final double[] CHORD = {220, 277.18, 329.63, 440};
    private static final Id NAME = new Id("try");

    private TryOutClip() {}

    static Made make(Presentation presentation, Path folder) throws IOException {
        Cut cut = new Cut(0, PICTURES);
        Version version = new Version(chord(cut.samples()), Optional.empty());
        return ItemMaker.make(Optional.of(ball()), Map.of(NAME, version), cut, presentation, name -> 1, folder)
                .get(NAME);
    }

    private static Waveform chord(int count) {
        float[] samples = new float[count];
        for (int i = 0; i < count; i++) {
            double seconds = Cut.RATE.seconds(i);
            double swell = 0.6 - 0.4 * Math.cos(2 * Math.PI * seconds / 2);
            for (int n = 0; n < CHORD.length; n++) {
                for (int partial = 1; partial <= 4; partial++) {
                    samples[i] +=
                            (float) (0.05 * swell / partial * Math.sin(2 * Math.PI * CHORD[n] * partial * seconds + n));
                }
            }
        }
        return new Waveform(samples, Cut.RATE);
    }

    private static Frames ball() {
        List<Picture> pictures = new ArrayList<>();
        for (int f = 0; f < PICTURES; f++) {
            double x = SIZE * (0.5 - 0.3 * Math.cos(2 * Math.PI * f / 50.0));
            byte[] rgb = new byte[SIZE * SIZE * 3];
            for (int p = 0; p < SIZE * SIZE; p++) {
                int row = p / SIZE;
                boolean inside = Math.hypot(p % SIZE - x, row - SIZE / 2.0) < SIZE / 8.0;
                byte grey = (byte) (inside ? 230 : 60);
                rgb[3 * p] = grey;
                rgb[3 * p + 1] = grey;
                rgb[3 * p + 2] = grey;
            }
            pictures.add(new Picture(SIZE, SIZE, rgb));
        }
        return new Frames(pictures, Cut.PICTURES);
    }
}
