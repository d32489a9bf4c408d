package org.antiphon.dashboard.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.antiphon.platform.ProblemException;
import org.antiphon.study.design.Study;
import org.antiphon.study.rating.StudyFilling;
import org.junit.jupiter.api.Test;

/** What participants left, as it is read again. */
@QuarkusTest
class StudyReadingIT {

    @Inject
    StudyFilling filling;

    @Inject
    StudyReading reading;

    @Inject
    DataSource database;

    @TestHTTPResource("/")
    URI root;

    private static List<RatingRecord> ratings(Snapshot snapshot) {
        List<RatingRecord> ratings = new ArrayList<>();
        snapshot.ratings(ratings::add);
        return ratings;
    }

    private long count(String sql, String slug) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, slug);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Tests answer faster than anybody who listens; the rules against that only mark them. */
    private static String patient(String yaml) {
        return yaml.replace("failures: 4, then: exclude", "failures: 4, then: flag")
                .replace("check: hurried, then: exclude", "check: hurried, then: flag");
    }

    private static ObjectNode asleep(ObjectNode letter) {
        if (letter.at("/answer/values/intention").asText().equals("other")) {
            ((ObjectNode) letter.at("/answer/values")).put("intention", "happy");
        }
        return letter;
    }

    @Test
    void readsEveryoneWhoTookPartAndTellsWhoCounts() throws SQLException {
        filling.publish("expression", "read-all", yaml -> patient(yaml).replace("most: 24", "most: 1"));
        StudyFilling.Person whole = filling.begin(root, "read-all", "nothing");
        assertThat(whole.end()).isEqualTo("completed");
        StudyFilling.Person tooMany = filling.begin(root, "read-all", "nothing");
        assertThat(tooMany.end()).isEqualTo("over-quota");
        StudyFilling.Person minor = filling.begin(root, "read-all", "age").answer("{\"oldEnough\":false}");
        assertThat(minor.end()).isEqualTo("screened-out");
        amateur("read-all").toTheEnd(StudyReadingIT::asleep);
        amateur("read-all").until("trial");
        amateur("read-all").until("trial").withdraw();

        try (Snapshot snapshot = reading.open("read-all", Selection.EVERYTHING)) {
            assertThat(snapshot.study()).isEqualTo(new StudyRecord("read-all", "", 1));
            assertThat(snapshot.sessions())
                    .extracting(SessionRecord::status)
                    .containsExactly("completed", "over-quota", "screened-out", "completed", "going");
            assertThat(snapshot.sessions())
                    .extracting(session -> session.standing().cause())
                    .containsExactly("", "over-quota", "screened-out", "rule", "going");
            Standing asleep = snapshot.sessions().get(3).standing();
            assertThat(asleep.rules()).containsExactly("asleep");
            assertThat(asleep.reason()).startsWith("asleep: 1 of 1 failed");
            assertThat(snapshot.sessions())
                    .extracting(SessionRecord::participant)
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.matches("p[0-9a-f]{12}"));
            assertThat(ratings(snapshot)).hasSize((int) count(
                    "select count(*) from rating r join study_session s on s.id = r.session_id"
                            + " join study t on t.id = s.study_id where t.slug = ?",
                    "read-all"));
        }
        try (Snapshot counted = reading.open("read-all", Selection.COUNTED)) {
            assertThat(counted.sessions()).hasSize(1);
            assertThat(ratings(counted))
                    .isNotEmpty()
                    .allMatch(rating -> rating.page().main() && rating.session().counted());
        }
    }

    /** Somebody who is no musician, after the questionnaire that asks. */
    private StudyFilling.Person amateur(String slug) {
        return filling.begin(root, slug, "questionnaire")
                .answer("{\"values\":{\"training\":\"amateur\",\"instruments\":[\"keys\",\"strings\"]}}");
    }

    @Test
    void joinsEachValueWithWhatItIsAbout() {
        filling.publish("expression", "read-joined", StudyReadingIT::patient);
        amateur("read-joined").until("nothing");
        Selection selection = Selection.COUNTED.groupedBy("background/training");
        try (Snapshot snapshot = reading.open("read-joined", selection)) {
            SessionRecord session = snapshot.sessions().get(0);
            assertThat(session.group()).contains("amateur");
            List<RatingRecord> ratings = ratings(snapshot);
            assertThat(ratings.stream().filter(one -> one.paradigm().equals("match")))
                    .hasSize(8)
                    .allMatch(one -> one.correct().orElseThrow())
                    .allMatch(one -> one.condition().equals(one.conditionA())
                            || one.condition().equals(one.conditionB()))
                    .allMatch(one -> one.conditionX().isEmpty());
            assertThat(ratings.stream().filter(one -> one.key().equals("intention")))
                    .hasSize(18)
                    .allMatch(one ->
                            one.correct().orElseThrow() && one.condition().isPresent());
            assertThat(ratings.stream().filter(one -> one.key().equals("affect")))
                    .hasSize(18)
                    .allMatch(one ->
                            one.valence().getAsInt() == 1 && one.arousal().getAsInt() == 5)
                    .allMatch(one -> one.correct().isEmpty());
            assertThat(ratings).isSortedAccordingTo(Comparator.comparing(RatingRecord::saved));
            assertThat(RatingTable.of(snapshot).size()).isEqualTo(ratings.size());

            List<FormRecord> forms = new ArrayList<>();
            snapshot.forms(forms::add);
            assertThat(forms).extracting(FormRecord::values).contains(List.of("strings", "keys"), List.of("7"));
            List<PlayRecord> plays = new ArrayList<>();
            snapshot.plays(plays::add);
            assertThat(plays).isNotEmpty().allMatch(play -> play.condition().isPresent() && play.index() > 0);
            List<CheckRecord> checks = new ArrayList<>();
            snapshot.checks(checks::add);
            assertThat(checks).extracting(CheckRecord::kind).contains("age", "attention", "listening");
            List<StimulusRecord> stimuli = new ArrayList<>();
            snapshot.stimuli(stimuli::add);
            assertThat(stimuli).extracting(StimulusRecord::kind).contains("ground-truth", "model", "shuffled");
            List<StepRecord> steps = new ArrayList<>();
            snapshot.steps(steps::add);
            assertThat(steps).extracting(StepRecord::step).startsWith("consent").contains("questionnaire-between");
        }
    }

    @Test
    void appliesTheRulesThatLookAtAllRatings() {
        Study study = filling.publish("vocoders", "read-mushra", UnaryOperator.identity());
        filling.invite(study, "good-ears");
        filling.invite(study, "bad-ears");
        filling.beginInvited(root, "read-mushra", "good-ears", "nothing");
        filling.beginInvited(root, "read-mushra", "bad-ears", "trial").toTheEnd(StudyReadingIT::upsideDown);
        try (Snapshot snapshot = reading.open("read-mushra", Selection.EVERYTHING)) {
            assertThat(snapshot.sessions()).extracting(SessionRecord::counted).containsExactly(true, false);
            assertThat(snapshot.sessions().get(1).standing().rules()).contains("missed-reference");
            assertThat(snapshot.sessions().get(1).standing().flags()).contains("disordered");
            RatingTable table = RatingTable.of(snapshot);
            assertThat(table.words(RatingTable.Column.SCALE).all()).containsExactly(RatingRecord.SCORE);
            int[] conditions = table.codes(RatingTable.Column.CONDITION);
            int reference = table.words(RatingTable.Column.CONDITION)
                    .codeOf("recording")
                    .orElseThrow();
            for (int row = 0; row < table.size(); row++) {
                boolean good = table.codes(RatingTable.Column.COUNTED)[row] == 1;
                if (good && conditions[row] == reference) {
                    assertThat(table.numbers()[row]).isEqualTo(100);
                }
            }
        }
    }

    /** On the pages that count, whatever was best is worst. */
    private static ObjectNode upsideDown(ObjectNode letter) {
        if (letter.path("step").asText().startsWith("trial-")) {
            ObjectNode values = (ObjectNode) letter.at("/answer/values");
            values.fieldNames()
                    .forEachRemaining(
                            key -> values.put(key, 100 - values.get(key).asDouble()));
        }
        return letter;
    }

    @Test
    void seesOneMomentWhileAnswersArrive() {
        filling.publish("expression", "read-moment", UnaryOperator.identity());
        StudyFilling.Person slow = amateur("read-moment").until("trial");
        try (Snapshot snapshot = reading.open("read-moment", Selection.EVERYTHING)) {
            int before = ratings(snapshot).size();
            slow.until("nothing");
            assertThat(ratings(snapshot)).hasSize(before);
            assertThat(snapshot.sessions()).extracting(SessionRecord::status).containsExactly("going");
        }
        try (Snapshot later = reading.open("read-moment", Selection.EVERYTHING)) {
            assertThat(later.sessions()).extracting(SessionRecord::status).containsExactly("completed");
        }
    }

    @Test
    void saysWhenThereIsNoSuchStudyOrEdition() {
        assertThatThrownBy(() -> reading.open("nowhere", Selection.COUNTED)).isInstanceOf(ProblemException.class);
        filling.publish("etudes", "read-edition", UnaryOperator.identity());
        assertThatThrownBy(() -> reading.open("read-edition", Selection.COUNTED.ofVersion(2)))
                .isInstanceOf(ProblemException.class);
        try (Snapshot snapshot = reading.open("read-edition", Selection.COUNTED.ofVersion(1))) {
            assertThat(snapshot.editions()).hasSize(1);
            assertThat(snapshot.sessions()).isEmpty();
        }
    }
}
