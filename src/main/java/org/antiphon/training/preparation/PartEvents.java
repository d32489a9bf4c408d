package org.antiphon.training.preparation;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.antiphon.clip.Mel;
import org.antiphon.clip.Note;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Timeline;
import org.antiphon.clip.Waveform;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.signal.HeardSound;
import org.antiphon.signal.MelSpectrogram;
import org.antiphon.training.AnnotationTrack;
import org.antiphon.training.shard.Section;
import org.antiphon.training.shard.Section.Sizes;
import org.antiphon.training.shard.ShardWriter;

/**
 * What is heard in one part of a recording: sound, mel and events. They are computed over a little more than the part, so
 * that it makes no difference where a recording is cut.
 */
final class PartEvents {

    /** Frames on each side: a third of a second, more than any window of the analysis reaches. */
    private static final int MARGIN = 10;

    private final int first;
    private final int frames;
    private final int before;
    private final Timeline around;
    private final Waveform sound;

    /**
     * @param first frame of the recording
     * @param frames of the part
     */
    PartEvents(int first, int frames, HeldSound held) throws IOException {
        this.first = first;
        this.frames = frames;
        before = Math.min(MARGIN, first);
        int soundFrames = Timeline.covering(held.samples()).videoFrames();
        int after = Math.max(0, Math.min(MARGIN, soundFrames - first - frames));
        around = new Timeline(before + frames + after);
        long from = (long) (first - before) * Timeline.SAMPLES_PER_FRAME;
        sound = held.part(from, from + around.samples());
    }

    /**
     * Writes the sections.
     *
     * @param instrument as the latent has it
     * @param motion motion energy of every latent step of the part
     * @return the notes that begin in it
     */
    List<Note> write(ShardWriter out, Annotated annotated, float[] instrument, float[] motion) throws IOException {
        Mel mel = MelSpectrogram.MODEL.log(sound, around.melFrames());
        double from = (first - before) / 25.0;
        HeardSound ear = new HeardSound(sound); // stands in where nobody wrote down what is played
        List<Note> notes = annotated
                .notes()
                .map(all -> Annotated.within(all, from, from + around.seconds()))
                .orElseGet(() -> ear.notes(ear.voices()));
        float[] f0 =
                annotated.f0().map(this::within).orElseGet(() -> ear.pitch().hertz());
        float[] moved = new float[around.latentSteps()];
        System.arraycopy(motion, 0, moved, 2 * before, 2 * frames);
        PerformanceTrack track =
                AnnotationTrack.of(around, notes, f0, sound, mel, moved, instrument, LatentLayout.LEARNED_CHANNELS);
        float[] channels = LatentLayout.toChannels(track);
        int steps = around.latentSteps();
        for (int f = 0; f < frames; f++) {
            int at = before + f;
            out.add(Section.MEL, Packing.halves(mel.values(), 4 * at * Sizes.BINS, 4 * Sizes.BINS));
            out.add(Section.LATENT, latent(channels, steps, 2 * at));
            out.add(
                    Section.SOUND,
                    Packing.samples(sound.samples(), at * Timeline.SAMPLES_PER_FRAME, Timeline.SAMPLES_PER_FRAME));
        }
        return notes.stream()
                .filter(note -> note.onset() >= before / 25.0 && note.onset() < (before + frames) / 25.0)
                .toList();
    }

    /** What belongs to this part and its surroundings of values at 100 Hz. */
    private float[] within(float[] f0) {
        int from = Math.min(f0.length, 4 * (first - before));
        return Arrays.copyOfRange(f0, from, Math.max(from, Math.min(f0.length, from + 4 * around.videoFrames())));
    }

    private static byte[] latent(float[] channels, int steps, int at) {
        float[] values = new float[2 * LatentLayout.CHANNELS];
        for (int i = 0; i < values.length; i++) {
            values[i] = channels[i % LatentLayout.CHANNELS * steps + at + i / LatentLayout.CHANNELS];
        }
        return Packing.halves(values, 0, values.length);
    }
}
