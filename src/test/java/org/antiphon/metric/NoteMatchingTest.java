package org.antiphon.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.antiphon.clip.Note;
import org.junit.jupiter.api.Test;

class NoteMatchingTest {

    private static JsonNode cases() throws IOException {
        return new ObjectMapper()
                .readTree(NoteMatchingTest.class.getResourceAsStream("/golden/note-matching.json"))
                .get("cases");
    }

    private static List<Note> notes(JsonNode rows) {
        List<Note> notes = new ArrayList<>();
        rows.forEach(r -> notes.add(new Note(
                r.get(0).asDouble(), r.get(2).asDouble(), r.get(1).asDouble() - r.get(0).asDouble())));
        return notes;
    }

    private static double[] onsets(List<Note> notes) {
        return notes.stream().mapToDouble(Note::onset).toArray();
    }

    private static void assertScores(Scores scores, JsonNode expected) {
        assertThat(scores.precision()).isCloseTo(expected.get(0).asDouble(), within(1e-6));
        assertThat(scores.recall()).isCloseTo(expected.get(1).asDouble(), within(1e-6));
        assertThat(scores.f1()).isCloseTo(expected.get(2).asDouble(), within(1e-6));
    }

    @Test
    void equalsTheGoldenOnsetScores() throws IOException {
        for (JsonNode one : cases()) {
            assertScores(
                    OnsetF1.CUSTOMARY.score(onsets(notes(one.get("reference"))), onsets(notes(one.get("estimated")))),
                    one.get("onset_50ms"));
        }
    }

    @Test
    void equalsTheGoldenNoteScores() throws IOException {
        for (JsonNode one : cases()) {
            List<Note> reference = notes(one.get("reference"));
            List<Note> estimated = notes(one.get("estimated"));
            assertScores(NoteF1.ONSET_PITCH.score(reference, estimated), one.get("note_onset_pitch"));
            assertScores(NoteF1.ONSET_PITCH_OFFSET.score(reference, estimated), one.get("note_onset_pitch_offset"));
        }
    }

    @Test
    void isPerfectAgainstItself() throws IOException {
        List<Note> notes = notes(cases().get(0).get("reference"));
        assertThat(NoteF1.ONSET_PITCH_OFFSET.score(notes, notes).f1()).isEqualTo(1);
    }

    @Test
    void findsTheLargestMatchingThatBruteForceFinds() {
        Random random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            int left = random.nextInt(7);
            int right = random.nextInt(7);
            int[][] candidates = Matching.candidates(left, right, (i, j) -> random.nextInt(3) == 0);
            assertThat(Matching.size(candidates, right)).isEqualTo(bruteForce(candidates, 0, 0));
        }
    }

    private static int bruteForce(int[][] candidates, int left, int taken) {
        if (left == candidates.length) {
            return 0;
        }
        int best = bruteForce(candidates, left + 1, taken);
        for (int right : candidates[left]) {
            if ((taken & 1 << right) == 0) {
                best = Math.max(best, 1 + bruteForce(candidates, left + 1, taken | 1 << right));
            }
        }
        return best;
    }

    @Test
    void saysWhyThereIsNothingToCompare() {
        assertThat(OnsetF1.CUSTOMARY.measure(new double[0], new double[] {1})).isInstanceOf(NotMeasured.class);
        assertThat(NoteF1.ONSET_PITCH.measure(List.of(), List.of())).isInstanceOf(NotMeasured.class);
        assertThat(OnsetF1.CUSTOMARY.measure(new double[] {1}, new double[0]))
                .isEqualTo(new Measured(0, MetricUnit.NUMBER));
    }

    @Test
    void countsNotesOfAChordAsOneOnset() {
        List<Note> chord = List.of(new Note(1, 440, 1), new Note(1.004, 550, 1), new Note(1.5, 660, 1));
        assertThat(OnsetF1.onsetsOf(chord)).containsExactly(1, 1.5);
    }
}
