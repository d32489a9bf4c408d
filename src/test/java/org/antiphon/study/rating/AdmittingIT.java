package org.antiphon.study.rating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.study.design.Examples;
import org.antiphon.study.design.Study;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may begin a study, and how often. */
@QuarkusTest
class AdmittingIT {

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

    private Participant someone() {
        return new Participant(root);
    }

    @Test
    void letsAnInvitationInOnce() {
        String yaml = Examples.SMALL
                .replaceFirst("(?m)^id: small$", "id: invited-once")
                .replace("- kind: open-link", "- {kind: invitations, count: 20}");
        Study study = publishing.publish(Examples.accepted(yaml));
        publishing.invite(study, "token-of-one");
        Participant participant = someone();
        ObjectNode nothing = participant.json.createObjectNode();
        assertThat(participant.begin("invited-once", nothing).code()).isEqualTo("invitation-needed");
        assertThat(participant
                        .begin("invited-once", nothing.deepCopy().put("invitation", "x"))
                        .code())
                .isEqualTo("invitation-unknown");
        ObjectNode invited = nothing.deepCopy().put("invitation", "token-of-one");
        assertThat(participant.begin("invited-once", invited).status()).isEqualTo(201);
        String session = participant.session();
        // the same link on another device is the same session
        assertThat(participant.begin("invited-once", invited).status()).isEqualTo(200);
        assertThat(participant.session()).isEqualTo(session);
        participant.until("nothing", knowing);
        assertThat(participant.begin("invited-once", invited).code()).isEqualTo("invitation-used");
    }

    @Test
    void sendsPeopleBackToProlificWithTheirCode() {
        publishing.publish(Publishing.example("expression", "from-prolific"));
        Participant participant = someone();
        ObjectNode arrival = participant.json.createObjectNode();
        arrival.putObject("prolific").put("pid", "5f1").put("study", "s").put("session", "t");
        assertThat(participant.begin("from-prolific", arrival).status()).isEqualTo(201);
        participant.until("age", knowing);
        participant.send(participant.letter(participant.json.createObjectNode().put("oldEnough", false)));
        assertThat(participant.state.at("/end/kind").asText()).isEqualTo("screened-out");
        assertThat(participant.state.at("/end/redirect").asText())
                .isEqualTo("https://app.prolific.com/submissions/complete?cc=C1OUT");
        // coming again does not begin again
        assertThat(participant.begin("from-prolific", arrival).status()).isEqualTo(200);
        assertThat(participant.state.at("/end/code").asText()).isEqualTo("C1OUT");
        assertThat(sql.rows(row -> row.getString(1), "select participant from study_session where way = 'prolific'"))
                .noneMatch(kept -> kept.contains("5f1"));
    }

    @Test
    void closesWhenEnoughHaveTakenPart() {
        String yaml = Examples.SMALL.replaceFirst("(?m)^id: small$", "id: full").replace("target: 10", "target: 1");
        publishing.publish(Examples.accepted(yaml));
        Participant first = someone().begun("full");
        assertThat(someone().begin("full", first.json.createObjectNode()).code())
                .isEqualTo("places-taken");
        first.until("nothing", knowing);
        assertThat(someone().begin("full", first.json.createObjectNode()).code())
                .isEqualTo("study-complete");
        assertThat(first.get("/api/taking/full").body().get("admission").asText())
                .isEqualTo("complete");
        sql.change("update edition set state = 'paused' where frozen is not null and digest ="
                + " (select e.digest from edition e join study s on s.id = e.study_id where s.slug = 'full')");
        assertThat(someone().begin("full", first.json.createObjectNode()).code())
                .isEqualTo("study-closed");
    }

    @Test
    void beginsNothingTwice() {
        publishing.publish(Publishing.small("twice"));
        Participant participant = someone();
        ObjectNode arrival =
                participant.json.createObjectNode().put("key", UUID.randomUUID().toString());
        assertThat(participant.begin("twice", arrival).status()).isEqualTo(201);
        String session = participant.session();
        assertThat(participant.begin("twice", arrival).status()).isEqualTo(200);
        assertThat(participant.session()).isEqualTo(session);
        assertThat(someone().begin("no-such-study", arrival).status()).isEqualTo(404);
        assertThat(someone().begin("twice", arrival.deepCopy().put("key", "7")).code())
                .isEqualTo("bad-key");
    }
}
