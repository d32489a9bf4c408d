package org.antiphon.cli.measurement;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.Clip;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Waveform;
import org.antiphon.media.DecodeRequest;
import org.antiphon.media.DirectMediaReader;
import org.antiphon.media.MediaInfo;
import org.antiphon.media.MediaLimits;
import org.antiphon.media.MediaReader;
import org.antiphon.media.MediaRejected;
import org.antiphon.metric.Measurement;
import org.antiphon.metric.Metrics;
import org.antiphon.metric.NotMeasured;
import org.antiphon.metric.Seen;
import org.antiphon.metric.VideoMetric;
import org.antiphon.metric.VideoPair;
import org.antiphon.translation.Sketch;

/**
 * Measures the pictures of two files as the models see them, 96 × 96 and 25 a second, their motion, and how the candidate's
 * sound goes with it. The candidate's own numbers need no reference.
 */
final class VideoFiles {

    /** Pictures and flow of a second, twice because the first picture is held as well. */
    private static final double BYTES_A_SECOND = 4_000_000;

    private static final Seen NOTHING = new Seen(List.of(), List.of());

    private final MemoryGate memory;
    private final MediaReader reader;

    VideoFiles(MemoryGate memory) {
        this.memory = memory;
        MediaLimits own = MediaLimits.TRUSTED;
        this.reader = new DirectMediaReader(new MediaLimits(
                own.maxBytes(), own.maxPixels(), PairMeasurer.LONGEST, own.maxStreams(), own.timeout()));
    }

    /** What is known of one file: what it shows and sounds like, or why it cannot be looked at. */
    private record Side(Seen seen, Optional<Waveform> sound, Optional<String> fault) {

        static Side faulty(String fault) {
            return new Side(NOTHING, Optional.empty(), Optional.of(fault));
        }
    }

    /** One measurement for each metric, in their order. */
    List<Measurement> measure(Path reference, Path candidate, List<VideoMetric> metrics) {
        double need = seconds(reference) + seconds(candidate);
        try (MemoryGate.Share share = memory.take(need * BYTES_A_SECOND)) {
            if (share.refused()) {
                return PairMeasurer.refused(metrics, PairMeasurer.tooLong("videos", share))
                        .measurements();
            }
            Side made = side("candidate", candidate);
            boolean compares = metrics.stream().anyMatch(Metrics.PICTURES::contains);
            Side truth = compares ? side("reference", reference) : Side.faulty("");
            List<Measurement> measurements = new ArrayList<>();
            VideoPair pair = new VideoPair(truth.seen(), made.seen(), made.sound());
            for (VideoMetric metric : metrics) {
                Optional<String> fault =
                        Metrics.PICTURES.contains(metric) ? made.fault().or(truth::fault) : made.fault();
                measurements.add(
                        fault.isPresent()
                                ? new NotMeasured(fault.get())
                                : PairMeasurer.attempt(() -> metric.measure(pair)));
            }
            return measurements;
        }
    }

    private double seconds(Path file) {
        try {
            return reader.probe(file).seconds();
        } catch (MediaRejected e) {
            return 0; // said by what reads it
        }
    }

    private Side side(String name, Path file) {
        try {
            MediaInfo info = reader.probe(file);
            if (info.video().isEmpty()) {
                return Side.faulty("the " + name + " has no pictures");
            }
            Clip clip = reader.decode(file, DecodeRequest.forModel());
            Optional<Frames> frames = clip.frames();
            return frames.isEmpty()
                    ? Side.faulty("the " + name + " has no pictures")
                    : new Side(
                            new Seen(frames.get().pictures(), Sketch.motion(frames.get())),
                            clip.sound().filter(sound -> sound.length() > 0),
                            Optional.empty());
        } catch (MediaRejected e) {
            return Side.faulty(name + ": " + e.getMessage());
        } catch (OutOfMemoryError e) {
            return Side.faulty("not enough memory for videos of this length; start java with a larger -Xmx");
        } catch (RuntimeException e) {
            return Side.faulty(name + ": " + PairMeasurer.unexpected(e));
        }
    }
}
