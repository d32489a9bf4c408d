package org.antiphon.cli.measurement;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Progress;
import org.antiphon.media.MediaRejected;
import org.antiphon.media.SoundFile;
import org.antiphon.metric.EmbeddingSets;
import org.antiphon.metric.Measurement;
import org.antiphon.metric.MetricCard;
import org.antiphon.translation.Translator;

/**
 * Compares the references of all pairs, as one set, with the candidates, by embeddings of our own audio encoder: the mean
 * over time of everything that it hears, and how far that which is no pitch deviates from it. A file counts once a side.
 */
final class SoundSets {

    /** What stands in the column id: the numbers belong to no single pair. */
    static final String ID = "all pairs";

    private final Translator translator;
    private int unusable;

    SoundSets(Translator translator) {
        this.translator = translator;
    }

    /** Distances of two sets, and how many sounds they were of. */
    record Distances(Measurement frechet, Measurement kernel, String remark) {

        Measurement of(MetricCard card) {
            return card.equals(EmbeddingSets.FRECHET) ? frechet : kernel;
        }
    }

    Distances measure(List<Path> references, List<Path> candidates, Progress progress) {
        double[][] truth = embeddings(references, progress.part(0, 0.5));
        double[][] made = embeddings(candidates, progress.part(0.5, 1));
        String remark = truth.length + " references and " + made.length + " candidates"
                + (unusable == 0 ? "" : "; " + unusable + " files that cannot be used left out");
        return new Distances(EmbeddingSets.frechet(truth, made), EmbeddingSets.kernel(truth, made), remark);
    }

    private double[][] embeddings(List<Path> files, Progress progress) {
        Set<Path> distinct = new LinkedHashSet<>(files);
        List<double[]> embeddings = new ArrayList<>();
        int done = 0;
        for (Path file : distinct) {
            progress.at("hearing all sounds", (double) done++ / distinct.size());
            try {
                embeddings.add(embedding(translator.hear(
                        SoundFile.open(file, PairMeasurer.LONGEST).read().sound())));
            } catch (MediaRejected e) {
                unusable++; // its own row, where it is asked for one, says why
            }
        }
        return embeddings.toArray(double[][]::new);
    }

    /** Means of all channels, then standard deviations of those without pitch. */
    private static double[] embedding(PerformanceTrack track) {
        int learned = track.learnedChannels();
        List<double[]> plain = new ArrayList<>();
        for (float[] channel :
                List.of(track.onset(), track.voiced(), track.bend(), track.brightness(), track.motion())) {
            plain.add(moments(channel, 0, 1, 1));
        }
        plain.add(moments(track.loudness(), 0, 1, 1.0 / 20)); // tens of decibels weigh as much as the others
        for (int c = 0; c < learned; c++) {
            plain.add(moments(track.learned(), c, learned, 1));
        }
        double[] embedding = new double[2 * plain.size() + PerformanceTrack.SEMITONES];
        for (int i = 0; i < plain.size(); i++) {
            embedding[i] = plain.get(i)[0];
            embedding[plain.size() + i] = plain.get(i)[1];
        }
        for (int s = 0; s < PerformanceTrack.SEMITONES; s++) {
            embedding[2 * plain.size() + s] = moments(track.pitch(), s, PerformanceTrack.SEMITONES, 1)[0];
        }
        return embedding;
    }

    /** Mean and standard deviation of every {@code stride}-th value from {@code first} on. */
    private static double[] moments(float[] values, int first, int stride, double scale) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int i = first; i < values.length; i += stride) {
            double value = values[i] * scale;
            sum += value;
            squares += value * value;
            count++;
        }
        double mean = count == 0 ? 0 : sum / count;
        return new double[] {mean, count == 0 ? 0 : Math.sqrt(Math.max(0, squares / count - mean * mean))};
    }
}
