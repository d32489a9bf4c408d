package org.antiphon.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every metric there is, in the order of pages and tables. A new metric of sounds is one more line here; commands, server
 * and pages then know it by the name on its card.
 */
public final class Metrics {

    /** All metrics by what they ask. */
    public static final List<MetricFamily> FAMILIES = List.of(
            MetricFamily.ofSounds(
                    "What is played, and when",
                    "Notes that are heard in both sounds, by one detector and one transcriber for both sides.",
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
                    new ChromaSimilarity()),
            MetricFamily.ofSounds(
                    "How it is played",
                    "Loudness, pace, and the cues by which listeners recognise an emotion.",
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
                    new CueDifference(Cue.BRIGHTNESS)),
            MetricFamily.ofSounds(
                    "How it sounds",
                    "Distances of spectra, which do not mind the phase.",
                    new LogSpectralDistance(),
                    new MelCepstralDistortion(),
                    new MultiResolutionStftDistance(),
                    new MelSnr()),
            MetricFamily.ofSounds(
                    "Sample by sample",
                    "Made for transmission, where the waveform is to arrive as it was sent. Of sound that was imagined they"
                            + " say little, and they prefer silence to a wrong guess.",
                    Snr.PLAIN,
                    Snr.FITTED,
                    new SegmentalSnr(),
                    new SiSdr()),
            MetricFamily.ofSounds(
                    "As a voice on the telephone",
                    "A model of how listeners judge transmitted speech. The owners of the method, OPTICOM and Psytechnics,"
                            + " restrict its use by a notice in ITU-T P.862: read it before you offer these scores to others.",
                    Pesq.WIDE_BAND,
                    Pesq.WIDE_BAND_2018,
                    Pesq.NARROW_BAND),
            MetricFamily.ofVideos(
                    "Sound and picture together",
                    "Whether what is heard happens when something is seen to happen. No true sound is needed.",
                    VideoMetric.TOGETHER),
            MetricFamily.ofVideos(
                    "Pictures and their motion",
                    "Of a video that was imagined for a sound, against the video that the sound comes from. Beside each number"
                            + " stands what the first picture gets if it is held still: only what is better shows motion.",
                    VideoMetric.PICTURES),
            MetricFamily.ofCards(
                    "Whole sets",
                    "Hundreds of sounds at once, as our own audio encoder hears them; never of one translation.",
                    EmbeddingSets.FRECHET,
                    EmbeddingSets.KERNEL));

    /** Metrics of a candidate sound against the true one. */
    public static final List<SoundMetric> SOUND =
            FAMILIES.stream().flatMap(family -> family.sound().stream()).toList();

    /** Metrics of a candidate video against the true one. */
    public static final List<VideoMetric> PICTURES = VideoMetric.PICTURES;

    /** Metrics of a video's own sound and motion. */
    public static final List<VideoMetric> TOGETHER = VideoMetric.TOGETHER;

    /** Distances of two sets of sounds. */
    public static final List<MetricCard> SETS = List.of(EmbeddingSets.FRECHET, EmbeddingSets.KERNEL);

    private Metrics() {}

    /** All metrics of pairs: of sounds, of videos, of sound and picture together. */
    public static List<PairMetric> pairs() {
        List<PairMetric> all = new ArrayList<>(SOUND);
        all.addAll(TOGETHER);
        all.addAll(PICTURES);
        return List.copyOf(all);
    }

    /** The metric of pairs that has this name. */
    public static Optional<PairMetric> pair(String name) {
        return pairs().stream()
                .filter(metric -> metric.card().name().equals(name))
                .findFirst();
    }

    /** The metric of sounds that has this name. */
    public static Optional<SoundMetric> sound(String name) {
        return SOUND.stream()
                .filter(metric -> metric.card().name().equals(name))
                .findFirst();
    }

    /** The cards of all metrics. */
    public static List<MetricCard> cards() {
        List<MetricCard> cards = new ArrayList<>();
        FAMILIES.forEach(family -> cards.addAll(family.cards()));
        return List.copyOf(cards);
    }
}
