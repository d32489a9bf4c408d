package org.antiphon.study.rating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.study.design.Examples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every paradigm over HTTP, from its first page to the rows of its answers, with practice and what is said about it. */
@QuarkusTest
class EveryParadigmIT {

    @Inject
    Sql sql;

    @Inject
    ArtifactStore store;

    @Inject
    Attending attending;

    @TestHTTPResource("/")
    URI root;

    private Publishing publishing;
    private Knowing knowing;

    @BeforeEach
    void getReady() {
        publishing = new Publishing(sql, store);
        knowing = new Knowing(attending);
    }

    private Participant begun(String slug, String yaml) {
        publishing.publish(Examples.accepted(yaml));
        return new Participant(root).begun(slug);
    }

    @Test
    void savesWhatEachAsksFor() {
        Set<String> walked = new TreeSet<>();
        List<Participant> participants = List.of(
                begun("all-heard", PagesStudy.named("all-heard")), begun("all-seen", PictureStudy.named("all-seen")));
        for (Participant participant : participants) {
            while (participant.goesOn()) {
                walked.add(participant.state.at("/step/paradigm").asText());
                Participant.Reply reply = participant.send(knowing.apply(participant));
                assertThat(reply.status()).as(reply::toString).isEqualTo(200);
            }
            assertThat(participant.state.at("/end/kind").asText()).isEqualTo("completed");
        }
        assertThat(walked).contains("rating", "mushra", "multi-stimulus", "preference", "abx", "match", "intention");
        Participant heard = participants.get(0);
        assertThat(keys(heard, "trial-judging-1")).containsExactly("emotion", "quality", "real");
        assertThat(keys(heard, "trial-liking-1")).containsExactly("choice");
        assertThat(keys(heard, "trial-closeness-1")).containsExactly("A", "B", "C", "D");
        assertThat(keys(heard, "trial-colour-1")).containsExactly("A", "B", "C");
        assertThat(keys(heard, "trial-telling-1")).containsExactly("choice");
        assertThat(keys(heard, "trial-meaning-1"))
                .hasSize(11)
                .contains("affect", "intention", "gems.wonder", "gems.joyful-activation");
        assertThat(keys(participants.get(1), "trial-belonging-1")).containsExactly("choice");
    }

    private List<String> keys(Participant participant, String step) {
        return sql.rows(
                row -> row.getString(1),
                "select r.key from rating r join study_session s on s.id = r.session_id"
                        + " where s.token = ? and r.step = ? order by r.key",
                participant.session(),
                step);
    }

    @Test
    void takesATieForNoneOfTheTwo() {
        Participant participant = begun("tied", PagesStudy.named("tied")).until("trial", knowing);
        while (!participant.step().startsWith("trial-liking")) {
            participant.send(knowing.apply(participant));
        }
        assertThat(participant.state.at("/step/choices").toString()).contains("tie");
        assertThat(participant.send(participant.letter(chosen("tie"))).status()).isEqualTo(200);
        assertThat(sql.row(
                        row -> row.getString("choice") + row.getString("slot"),
                        "select r.* from rating r join study_session s on s.id = r.session_id where s.token = ?"
                                + " and r.key = 'choice'",
                        participant.session()))
                .contains("tie" + null);
    }

    @Test
    void tellsAfterPracticeWhetherItWasRightAndLetsTryAgain() {
        Participant participant = toPractice("practised");
        JsonNode feedback = answered(participant, wrong(participant));
        assertThat(feedback.get("right").asBoolean()).isFalse();
        // which one was right differs from page to page, so it is told
        assertThat(feedback.get("answer").asText()).isIn("A", "B");
        assertThat(participant.step()).isEqualTo("training-telling-2-1");
        ObjectNode letter = knowing.apply(participant);
        Participant.Reply reply = participant.send(letter);
        assertThat(reply.body().at("/feedback/right").asBoolean()).isTrue();
        assertThat(reply.body().at("/feedback/answer")).isEqualTo(letter.at("/answer/values/choice"));
        assertThat(participant.step()).isEqualTo("trial-telling-1");
        // a page that heard no reply asks again, and is told the same
        Participant.Reply again = participant.send(letter);
        assertThat(again.body().get("outcome").asText()).isEqualTo("repeated");
        assertThat(again.body().get("feedback")).isEqualTo(reply.body().get("feedback"));
    }

    @Test
    void saysNothingAboutPagesThatCount() {
        Participant participant = toPractice("silent");
        List<JsonNode> told = new ArrayList<>();
        while (participant.goesOn()) {
            boolean counts = participant.step().startsWith("trial-");
            Participant.Reply reply = participant.send(knowing.apply(participant));
            if (counts) {
                told.add(reply.body().get("feedback"));
            }
        }
        assertThat(told).isNotEmpty().allMatch(JsonNode::isNull);
    }

    @Test
    void endsPracticeAfterTheLastAttemptWithAFailedCheck() {
        Participant participant = toPractice("unlearned");
        answered(participant, wrong(participant));
        answered(participant, wrong(participant));
        assertThat(participant.step()).isEqualTo("trial-telling-1");
        participant.until("nothing", knowing);
        assertThat(sql.row(
                        row -> row.getString(1),
                        "select outcome from check_outcome c join study_session s on s.id = c.session_id"
                                + " where s.token = ? and check_id = 'understood'",
                        participant.session()))
                .contains("failed");
    }

    private Participant toPractice(String slug) {
        Participant participant = begun(slug, PagesStudy.named(slug));
        while (!participant.step().startsWith("training-")) {
            participant.send(knowing.apply(participant));
        }
        return participant;
    }

    private JsonNode answered(Participant participant, ObjectNode letter) {
        Participant.Reply reply = participant.send(letter);
        assertThat(reply.status()).as(reply::toString).isEqualTo(200);
        return reply.body().get("feedback");
    }

    private ObjectNode wrong(Participant participant) {
        String right = knowing.apply(participant).at("/answer/values/choice").asText();
        return participant.letter(chosen(right.equals("A") ? "B" : "A"));
    }

    private static ObjectNode chosen(String choice) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("values").put("choice", choice);
        return answer;
    }
}
