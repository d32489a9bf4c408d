package org.antiphon.metric;

import java.util.Arrays;
import java.util.Locale;
import org.antiphon.clip.SampleRate;
import org.antiphon.metric.MetricCard.Better;
import org.antiphon.signal.NoteTranscriber.Voices;
import org.antiphon.signal.PitchTrack;

/** One of the five scores of a melody, for the pitches that one tracker hears in two sounds, 100 a second. */
public record MelodyAccuracy(MelodyScores.Part part) implements TranscriptMetric {

    @Override
    public MetricCard card() {
        boolean alarm = part == MelodyScores.Part.VOICING_FALSE_ALARM;
        String label = part.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return new MetricCard(
                part.name().replace('_', '-').toLowerCase(Locale.ROOT),
                label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1),
                MetricUnit.NUMBER,
                alarm ? Better.LOWER : Better.HIGHER,
                0,
                1,
                Needs.aligned("two sounds of one voice; one pitch tracker hears both")
                        .at(SampleRate.MODEL),
                "Poliner et al. 2007, MIREX melody extraction; as in mir_eval.melody (Raffel et al. 2014), 50 cents",
                1,
                tells(),
                "Anything about several voices at once: a piano has no one melody to follow, and is refused.");
    }

    private String tells() {
        return switch (part) {
            case VOICING_RECALL ->
                "Of the moments at which a note sounds: how many sound in the candidate, at whatever pitch.";
            case VOICING_FALSE_ALARM -> "Of the moments at which nothing sounds: how many sound in the candidate.";
            case RAW_PITCH_ACCURACY ->
                "Of the moments at which a note sounds: how many have the right pitch within 50 cents.";
            case RAW_CHROMA_ACCURACY ->
                "The same, octaves forgiven: far above raw pitch accuracy, the octave is wrong.";
            case OVERALL_ACCURACY ->
                "Of all moments: how many are right, silent where it is silent and in tune where it sounds.";
        };
    }

    @Override
    public Measurement measure(SoundPair sounds) {
        if (sounds.mismatch().isPresent()) {
            return new NotMeasured(sounds.mismatch().get());
        }
        if (sounds.heardReference().voices() == Voices.MANY) {
            return new NotMeasured("several voices are heard in the reference, so there is no one melody to follow");
        }
        PitchTrack reference = sounds.heardReference().pitch();
        PitchTrack candidate = sounds.heardCandidate().pitch();
        int moments = Math.min(reference.hertz().length, candidate.hertz().length);
        double[] truth = hertz(reference, moments);
        for (double hertz : truth) {
            if (hertz > 0) {
                return new Measured(
                        MelodyScores.of(truth, hertz(candidate, moments)).get(part), MetricUnit.NUMBER);
            }
        }
        return new NotMeasured("no pitch is heard in the reference");
    }

    /** The candidate is brought to the reference's times. */
    @Override
    public Measurement measure(Transcript reference, Transcript candidate) {
        if (reference.melody().isEmpty() || candidate.melody().isEmpty()) {
            return new NotMeasured("one pitch over time is not known of both sides");
        }
        TimedMelody truth = reference.melody().get();
        TimedMelody melody = candidate.melody().get();
        boolean sounds = Arrays.stream(truth.hertz()).anyMatch(hertz -> hertz > 0);
        boolean ofAll = part == MelodyScores.Part.VOICING_FALSE_ALARM || part == MelodyScores.Part.OVERALL_ACCURACY;
        if (truth.times().length == 0 || !sounds && !ofAll) {
            return new NotMeasured("the reference has no pitch at any time");
        }
        return new Measured(
                MelodyScores.of(truth.times(), truth.hertz(), melody.times(), melody.hertz())
                        .get(part),
                MetricUnit.NUMBER);
    }

    private static double[] hertz(PitchTrack track, int moments) {
        double[] hertz = new double[moments];
        for (int i = 0; i < moments; i++) {
            hertz[i] = track.hertz()[i];
        }
        return hertz;
    }
}
