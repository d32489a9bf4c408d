package org.antiphon.cli.measurement;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.antiphon.clip.SampleRate;
import org.antiphon.media.MediaRejected;
import org.antiphon.media.SoundFile;
import org.antiphon.media.StoredSound;
import org.antiphon.metric.Measurement;
import org.antiphon.metric.NotMeasured;
import org.antiphon.metric.PairMetric;
import org.antiphon.metric.SoundMetric;
import org.antiphon.metric.SoundPair;
import org.antiphon.metric.Transcript;
import org.antiphon.metric.VideoMetric;

/**
 * Reads two files and measures one against the other. Whatever is wrong with them becomes the reason of every row.
 */
final class PairMeasurer {

    /** Longer sounds are refused. */
    static final Duration LONGEST = Duration.ofMinutes(30);

    /** What a file is taken to last that does not say. */
    private static final double UNKNOWN_SECONDS = 300;

    private static final double BYTES_A_SAMPLE = 40;
    private static final double BYTES_A_SECOND = 2_000_000;

    private static final String REFERENCE = "reference";
    private static final String CANDIDATE = "candidate";

    private final MemoryGate memory;
    private final VideoFiles videos;

    PairMeasurer(MemoryGate memory) {
        this.memory = memory;
        this.videos = new VideoFiles(memory);
    }

    /**
     * What came of a pair.
     *
     * @param measurements one for each metric, in their order
     * @param remark what was done to bring the sounds together, empty if nothing
     * @param refusal why a file could not be used, which then is the reason of every metric; empty if both could
     */
    record Outcome(List<Measurement> measurements, String remark, Optional<String> refusal) {}

    /** Files of one pair, and which of them is being looked at. */
    private final class Files {

        private final Path reference;
        private final Path candidate;
        private final List<PairMetric> metrics;
        private String side = REFERENCE;

        Files(Path reference, Path candidate, List<PairMetric> metrics) {
            this.reference = reference;
            this.candidate = candidate;
            this.metrics = metrics;
        }

        private SoundFile open(String which, Path file) throws MediaRejected {
            side = which;
            return SoundFile.open(file, LONGEST);
        }

        private Outcome sounds() throws MediaRejected {
            SoundFile first = open(REFERENCE, reference);
            SoundFile second = open(CANDIDATE, candidate);
            try (MemoryGate.Share share = memory.take(need(first) + need(second))) {
                if (share.refused()) {
                    return tooLong(metrics, share);
                }
                side = REFERENCE;
                StoredSound truth = first.read();
                side = CANDIDATE;
                return PairMeasurer.measure(truth, second.read(), metrics);
            }
        }

        private Outcome annotated() throws MediaRejected {
            AnnotatedPair pair = new AnnotatedPair(metrics);
            if (!AnnotationFile.is(reference)) {
                return withSound(pair, open(REFERENCE, reference));
            }
            Transcript truth = pair.reference(reference);
            side = CANDIDATE;
            if (!AnnotationFile.is(candidate)) {
                return withSound(pair, truth, open(CANDIDATE, candidate));
            }
            return pair.measure(truth, pair.candidate(candidate));
        }

        private Outcome withSound(AnnotatedPair pair, SoundFile sound) throws MediaRejected {
            try (MemoryGate.Share share = memory.take(need(sound))) {
                if (share.refused()) {
                    return tooLong(metrics, share);
                }
                Transcript truth = pair.heard(REFERENCE, sound);
                side = CANDIDATE;
                return pair.measure(truth, pair.candidate(candidate));
            }
        }

        private Outcome withSound(AnnotatedPair pair, Transcript truth, SoundFile sound) throws MediaRejected {
            try (MemoryGate.Share share = memory.take(need(sound))) {
                return share.refused() ? tooLong(metrics, share) : pair.measure(truth, pair.heard(CANDIDATE, sound));
            }
        }
    }

    /** Metrics of videos and all others are measured apart: a file may be fit for the one and not for the other. */
    Outcome measure(Path reference, Path candidate, List<PairMetric> metrics) {
        List<VideoMetric> ofVideos = new ArrayList<>();
        List<PairMetric> others = new ArrayList<>();
        for (PairMetric metric : metrics) {
            if (metric instanceof VideoMetric video) {
                ofVideos.add(video);
            } else {
                others.add(metric);
            }
        }
        Outcome sounds = others.isEmpty()
                ? new Outcome(List.of(), "", Optional.empty())
                : measureSounds(reference, candidate, others);
        if (ofVideos.isEmpty()) {
            return sounds;
        }
        Map<PairMetric, Measurement> found = new HashMap<>();
        put(found, others, sounds.measurements());
        put(found, ofVideos, videos.measure(reference, candidate, ofVideos));
        return new Outcome(metrics.stream().map(found::get).toList(), sounds.remark(), sounds.refusal());
    }

    private static void put(
            Map<PairMetric, Measurement> found, List<? extends PairMetric> metrics, List<Measurement> measurements) {
        for (int i = 0; i < measurements.size(); i++) {
            found.put(metrics.get(i), measurements.get(i));
        }
    }

    private Outcome measureSounds(Path reference, Path candidate, List<PairMetric> metrics) {
        Files files = new Files(reference, candidate, metrics);
        try {
            return AnnotationFile.is(reference) || AnnotationFile.is(candidate) ? files.annotated() : files.sounds();
        } catch (MediaRejected e) {
            return refused(metrics, files.side + ": " + e.getMessage());
        } catch (OutOfMemoryError e) {
            return refused(metrics, "not enough memory for sounds of this length; start java with a larger -Xmx");
        } catch (RuntimeException | StackOverflowError e) {
            return refused(metrics, files.side + ": " + unexpected(e));
        }
    }

    private static Outcome tooLong(List<PairMetric> metrics, MemoryGate.Share share) {
        return refused(metrics, tooLong("sounds", share));
    }

    static String tooLong(String what, MemoryGate.Share share) {
        return what + " of this length need about " + share.mebibytes() + " MiB; start java with a larger -Xmx";
    }

    /** Bytes of heap that measuring takes at most, by experience. */
    private static double need(SoundFile file) {
        double seconds = file.seconds() > 0 ? file.seconds() : UNKNOWN_SECONDS;
        return seconds * (BYTES_A_SAMPLE * file.rate().hertz() + BYTES_A_SECOND) / 2;
    }

    private static Outcome measure(StoredSound reference, StoredSound candidate, List<PairMetric> metrics) {
        SoundPair pair = new SoundPair(reference.sound(), candidate.sound());
        List<Measurement> measurements = new ArrayList<>();
        for (PairMetric metric : metrics) {
            measurements.add(
                    metric instanceof SoundMetric ofSounds
                            ? attempt(() -> ofSounds.measure(pair))
                            : new NotMeasured("is no metric of sounds"));
        }
        return new Outcome(measurements, remark(reference, candidate), Optional.empty());
    }

    /** A metric that fails must not cost the others. */
    static Measurement attempt(Supplier<Measurement> measuring) {
        try {
            return measuring.get();
        } catch (RuntimeException | StackOverflowError e) {
            return new NotMeasured(unexpected(e));
        }
    }

    static Outcome refused(List<? extends PairMetric> metrics, String reason) {
        return new Outcome(
                metrics.stream()
                        .<Measurement>map(metric -> new NotMeasured(reason))
                        .toList(),
                "",
                Optional.of(reason));
    }

    static String unexpected(Throwable failure) {
        return "failed unexpectedly (" + failure + ")";
    }

    private static String remark(StoredSound reference, StoredSound candidate) {
        List<String> remarks = new ArrayList<>();
        reference.remarks().forEach(remark -> remarks.add("reference: " + remark));
        candidate.remarks().forEach(remark -> remarks.add("candidate: " + remark));
        channels(REFERENCE, reference, remarks);
        channels(CANDIDATE, candidate, remarks);
        SampleRate from = candidate.sound().rate();
        SampleRate to = reference.sound().rate();
        if (!from.equals(to)) {
            remarks.add("candidate resampled from " + from.hertz() + " to " + to.hertz() + " Hz");
        }
        double longer = candidate.sound().seconds() - reference.sound().seconds();
        if (Math.abs(longer) >= 0.5 / to.hertz() && Math.abs(longer) <= SoundPair.TOLERANCE_SECONDS + 1e-9) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "%.3f ms at the end of the %s left out",
                    Math.abs(longer) * 1000,
                    longer > 0 ? "candidate" : "reference"));
        }
        return String.join("; ", remarks);
    }

    private static void channels(String side, StoredSound sound, List<String> remarks) {
        if (sound.channels() > 1) {
            remarks.add(side + ": " + sound.channels() + " channels averaged");
        }
    }
}
