package org.antiphon.cli.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.antiphon.clip.Mel;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Progress;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Waveform;
import org.antiphon.translation.SoundTranslation;
import org.antiphon.translation.Translator;

/** One recording's pictures translated into sound, and every other sound that belongs beside it in the table. */
final class SoundTrial {

    static final String TRUTH = "true sound";
    static final String CEILING = "true sound through the vocoder";
    static final String GRIFFIN_LIM = "true sound through Griffin-Lim (60)";
    static final String RESYNTHESIS = "true sound heard and played again";
    static final String OURS = "ours";
    static final String REGRESSION = "ours, regression alone";
    static final String SHUFFLED = "ours, from another recording's video";
    static final String TRAINING_MEAN = "training mean";
    static final String SILENCE = "silence";
    static final String ROUND_TRIP = "sound to video to sound";

    private static final int ROUNDS = 60;

    private final Translator translator;
    private final Seed seed;
    private final int steps;
    private final LongSupplier nanos;
    private final Pipelines pipelines;
    private double secondsWorked;
    private double secondsMade;

    /** @param nanos a monotonic clock */
    SoundTrial(Translator translator, Seed seed, int steps, LongSupplier nanos) {
        this.translator = translator;
        this.seed = seed;
        this.steps = steps;
        this.nanos = nanos;
        this.pipelines = new Pipelines(translator, seed, steps, nanos);
    }

    SoundTranslation translate(Subject subject) {
        long begin = nanos.getAsLong();
        SoundTranslation ours = translator.videoToSound(subject.frames(), seed, steps, Progress.NONE);
        secondsWorked += (nanos.getAsLong() - begin) / 1e9;
        secondsMade += ours.sound().seconds();
        return ours;
    }

    /** Seconds of work for a second of clip, video to sound, all {@link #translate} together. */
    double effort() {
        return secondsWorked / secondsMade;
    }

    /**
     * @param ours of this subject
     * @param other what our models made of another recording
     * @param mean log-mel values of the mean training frame
     */
    Map<String, Mel> score(
            List<ResultTable> tables, Subject subject, SoundTranslation ours, SoundTranslation other, float[] mean) {
        Waveform truth = subject.sound();
        Mel heard = Translator.spectrogram(truth);
        Waveform ceiling = translator.play(heard, seed);
        PerformanceTrack track = translator.hear(truth);
        SoundTranslation expected = translator.soundFrom(ours.track(), seed, 0, Progress.NONE);
        Map<String, Waveform> sounds = new LinkedHashMap<>();
        sounds.put(TRUTH, truth);
        sounds.put(CEILING, ceiling);
        sounds.put(GRIFFIN_LIM, Translator.griffinLim(heard, ROUNDS));
        sounds.putAll(pipelines.ceiling(heard));
        sounds.putAll(pipelines.play(ours.track(), track));
        sounds.put(OURS, ours.sound());
        sounds.put(REGRESSION, expected.sound());
        sounds.put(SHUFFLED, other.sound());
        sounds.put(TRAINING_MEAN, translator.play(constant(mean, heard), seed));
        sounds.put(SILENCE, Waveform.silence(truth.length(), SampleRate.MODEL));
        int frames = subject.frames().count();
        sounds.forEach((row, sound) -> SoundScores.add(tables, row, subject, Subject.fitted(sound, frames)));
        pipelines.work(tables);
        Map<String, Mel> pictures = new LinkedHashMap<>();
        pictures.put(TRUTH, heard);
        pictures.put(CEILING, Translator.spectrogram(ceiling));
        pictures.put(OURS, ours.mel());
        pictures.put(REGRESSION, expected.mel());
        for (String row : Pipelines.LOOKED_AT) {
            if (sounds.containsKey(row)) {
                pictures.put(row, Translator.spectrogram(sounds.get(row)));
            }
        }
        pictures.put(SHUFFLED, other.mel());
        return pictures;
    }

    private static Mel constant(float[] frame, Mel like) {
        float[] values = new float[like.values().length];
        for (int t = 0; t < like.frames(); t++) {
            System.arraycopy(frame, 0, values, t * frame.length, frame.length);
        }
        return new Mel(values, like.frames(), like.bins(), like.hop(), like.rate());
    }

    /** The mean frame of several spectrograms. */
    static float[] meanFrame(List<Mel> mels) {
        double[] sum = new double[mels.get(0).bins()];
        long frames = 0;
        for (Mel mel : mels) {
            frames += mel.frames();
            for (int i = 0; i < mel.values().length; i++) {
                sum[i % sum.length] += mel.values()[i];
            }
        }
        float[] mean = new float[sum.length];
        for (int b = 0; b < mean.length; b++) {
            mean[b] = (float) (sum[b] / Math.max(1, frames));
        }
        return mean;
    }
}
