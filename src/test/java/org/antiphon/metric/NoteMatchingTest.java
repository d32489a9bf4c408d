package org.antiphon.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

    private static JsonNode golden(String file, String field) throws IOException {
        return new ObjectMapper()
                .readTree(NoteMatchingTest.class.getResourceAsStream("/golden/" + file))
                .get(field);
    }

    private static JsonNode cases() throws IOException {
        return golden("mir-eval.json", "cases");
    }

    private static NoteList list(JsonNode rows) {
        double[][] columns = new double[3][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int c = 0; c < 3; c++) {
                columns[c][i] = rows.get(i).get(c).asDouble();
            }
        }
        return new NoteList(columns[0], columns[1], columns[2]);
    }

    private static List<Note> notes(JsonNode rows) {
        List<Note> notes = new ArrayList<>();
        rows.forEach(r -> notes.add(new Note(
                r.get(0).asDouble(),
                r.get(2).asDouble(),
                r.get(1).asDouble() - r.get(0).asDouble())));
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
            Scores scores =
                    OnsetF1.CUSTOMARY.score(onsets(notes(one.get("reference"))), onsets(notes(one.get("estimated"))));
            JsonNode expected = one.get("onset_50ms"); // F1 comes first here, as mir_eval.onset gives it
            assertThat(scores.f1()).isCloseTo(expected.get(0).asDouble(), within(1e-6));
            assertThat(scores.precision()).isCloseTo(expected.get(1).asDouble(), within(1e-6));
            assertThat(scores.recall()).isCloseTo(expected.get(2).asDouble(), within(1e-6));
        }
    }

    @Test
    void equalsTheGoldenNoteScores() throws IOException {
        for (JsonNode one : cases()) {
            List<Note> reference = notes(one.get("reference"));
            List<Note> estimated = notes(one.get("estimated"));
            assertScores(NoteF1.ONSET_PITCH.score(reference, estimated), one.get("note_onset_pitch"));
            assertScores(NoteF1.ONSET_PITCH_OFFSET.score(reference, estimated), one.get("note_onset_pitch_offset"));
            assertScores(
                    NoteF1.ONSET_PITCH_OFFSET.score(list(one.get("reference")), list(one.get("estimated"))),
                    one.get("note_onset_pitch_offset"));
        }
    }

    @Test
    void equalsTheGoldenScoresAtTheEdges() throws IOException {
        for (JsonNode one : golden("mir-eval-edges.json", "notes")) {
            NoteList reference = list(one.get("reference"));
            NoteList estimated = list(one.get("estimated"));
            for (int window : new int[] {25, 50, 100}) {
                assertScores(
                        new OnsetF1(window / 1000.0).score(reference.onset(), estimated.onset()),
                        one.get("onset_" + window + "ms"));
            }
            assertScores(NoteF1.ONSET_PITCH.score(reference, estimated), one.get("note_onset_pitch"));
            assertScores(NoteF1.ONSET_PITCH_OFFSET.score(reference, estimated), one.get("note_onset_pitch_offset"));
        }
    }

    @Test
    void matchesListsOfAnyLength() {
        double[] reference = new double[20_000];
        double[] estimated = new double[20_000];
        for (int i = 0; i < reference.length; i++) {
            reference[i] = 0.04 * i;
            estimated[i] = 0.04 * i + 0.045; // each fits two, and a wrong choice at one end shifts the whole chain
        }
        assertThat(OnsetF1.CUSTOMARY.score(reference, estimated).f1()).isGreaterThan(0.9999);
    }

    @Test
    void refusesNotesThatCannotBe() {
        assertThatThrownBy(() -> new NoteList(new double[] {1}, new double[] {0.5}, new double[] {440}))
                .hasMessageContaining("note 0 from 1.0 to 0.5 s");
        assertThatThrownBy(() -> new NoteList(new double[1], new double[1], new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
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
        assertThat(NoteF1.ONSET_PITCH.score(List.of(), List.of())).isEqualTo(new Scores(0, 0));
    }

    @Test
    void countsNotesOfAChordAsOneOnset() {
        List<Note> chord = List.of(new Note(1, 440, 1), new Note(1.004, 550, 1), new Note(1.5, 660, 1));
        assertThat(OnsetF1.onsetsOf(chord)).containsExactly(1, 1.5);
    }
}
