package org.antiphon.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every metric there is, in the order of pages and tables. A new metric of sounds is one more line in {@link #SOUND};
 * commands, server and pages then know it by the name on its card.
 */
public final class Metrics {

    /** Metrics of a candidate sound against the true one. */
    public static final List<SoundMetric> SOUND = List.of(
            // what is played, and when
            OnsetF1.CUSTOMARY,
            new OnsetF1(0.025),
            new OnsetF1(0.1),
            NoteF1.ONSET_PITCH,
            new NotePart(NoteF1.ONSET_PITCH, Scores.Part.PRECISION),
            new NotePart(NoteF1.ONSET_PITCH, Scores.Part.RECALL),
            NoteF1.ONSET_PITCH_OFFSET,
            new NotePart(NoteF1.ONSET_PITCH_OFFSET, Scores.Part.PRECISION),
            new NotePart(NoteF1.ONSET_PITCH_OFFSET, Scores.Part.RECALL),
            new MelodyAccuracy(MelodyScores.Part.RAW_PITCH_ACCURACY),
            new MelodyAccuracy(MelodyScores.Part.RAW_CHROMA_ACCURACY),
            new MelodyAccuracy(MelodyScores.Part.VOICING_RECALL),
            new MelodyAccuracy(MelodyScores.Part.VOICING_FALSE_ALARM),
            new MelodyAccuracy(MelodyScores.Part.OVERALL_ACCURACY),
            new ChromaSimilarity(),
            // how it is played
            new LoudnessCorrelation(),
            new LoudnessDifference(),
            new TempoCorrelation(),
            new TempoDifference(),
            new EmotionDistance(),
            new CueDifference(Cue.TEMPO),
            new CueDifference(Cue.ARTICULATION),
            new CueDifference(Cue.LEVEL),
            new CueDifference(Cue.DYNAMICS),
            new CueDifference(Cue.VIBRATO),
            new CueDifference(Cue.BRIGHTNESS),
            // how it sounds
            new LogSpectralDistance(),
            new MelCepstralDistortion(),
            new MultiResolutionStftDistance(),
            new MelSnr(),
            // sample by sample
            Snr.PLAIN,
            Snr.FITTED,
            new SegmentalSnr(),
            new SiSdr(),
            // as a voice on the telephone
            Pesq.WIDE_BAND,
            Pesq.WIDE_BAND_2018,
            Pesq.NARROW_BAND);

    private Metrics() {}

    /** The metric of sounds that has this name. */
    public static Optional<SoundMetric> sound(String name) {
        return SOUND.stream()
                .filter(metric -> metric.card().name().equals(name))
                .findFirst();
    }

    /** The cards of all metrics: of sounds, of sound and picture together, of pictures, of sets. */
    public static List<MetricCard> cards() {
        List<MetricCard> cards =
                new ArrayList<>(SOUND.stream().map(SoundMetric::card).toList());
        Stream.of(
                        AudioVisualOffset.CARD,
                        AudioVisualAlignment.CARD,
                        AudioVisualAlignment.SHUFFLED,
                        EndpointError.CARD,
                        EndpointError.OUTLIERS,
                        Psnr.WHOLE,
                        Psnr.IN_MOTION,
                        Ssim.WHOLE,
                        Ssim.IN_MOTION,
                        EmbeddingSets.FRECHET,
                        EmbeddingSets.KERNEL)
                .forEach(cards::add);
        return List.copyOf(cards);
    }
}
