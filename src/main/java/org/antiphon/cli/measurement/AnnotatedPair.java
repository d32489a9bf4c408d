package org.antiphon.cli.measurement;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.media.MediaRejected;
import org.antiphon.media.SoundFile;
import org.antiphon.media.StoredSound;
import org.antiphon.metric.HeardTranscript;
import org.antiphon.metric.Measurement;
import org.antiphon.metric.NotMeasured;
import org.antiphon.metric.PairMetric;
import org.antiphon.metric.Transcript;
import org.antiphon.metric.TranscriptMetric;

/**
 * Measures pairs of which one side at least is an annotation. From a sound beside it the standard detectors write down what
 * they hear; metrics that need two sounds have a reason instead of a value.
 */
final class AnnotatedPair {

    private static final String NEEDS_SOUNDS = "needs two sounds, and one side is an annotation";

    private final List<PairMetric> metrics;
    private final List<String> remarks = new ArrayList<>();

    AnnotatedPair(List<PairMetric> metrics) {
        this.metrics = metrics;
    }

    /** @throws MediaRejected if the reference cannot be used */
    Transcript reference(Path file) throws MediaRejected {
        return remember("reference", AnnotationFile.read(file, AnnotationFile.Side.REFERENCE));
    }

    /** @throws MediaRejected if the candidate cannot be used */
    Transcript candidate(Path file) throws MediaRejected {
        return remember("candidate", AnnotationFile.read(file, AnnotationFile.Side.CANDIDATE));
    }

    private Transcript remember(String side, AnnotationFile.Read read) {
        remarks.add(side + ": " + read.form());
        return read.annotation();
    }

    /** @throws MediaRejected if the file turns out to be damaged */
    Transcript heard(String side, SoundFile file) throws MediaRejected {
        StoredSound stored = file.read();
        stored.remarks().forEach(remark -> remarks.add(side + ": " + remark));
        if (stored.channels() > 1) {
            remarks.add(side + ": " + stored.channels() + " channels averaged");
        }
        remarks.add(side + ": as our detectors hear it");
        return new HeardTranscript(stored.sound());
    }

    PairMeasurer.Outcome measure(Transcript reference, Transcript candidate) {
        List<Measurement> measurements = new ArrayList<>();
        for (PairMetric metric : metrics) {
            measurements.add(
                    metric instanceof TranscriptMetric needsNoSound
                            ? PairMeasurer.attempt(() -> needsNoSound.measure(reference, candidate))
                            : new NotMeasured(NEEDS_SOUNDS));
        }
        return new PairMeasurer.Outcome(measurements, String.join("; ", remarks), Optional.empty());
    }
}
