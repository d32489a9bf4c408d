package org.antiphon.study.rating;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.study.design.Examples;
import org.antiphon.study.design.Study;

/** Fills the database through the doors that participants use, for tests of whatever reads what they left. */
@ApplicationScoped
public class StudyFilling {

    private final Publishing publishing;
    private final Knowing knowing;

    @Inject
    StudyFilling(Sql sql, ArtifactStore store, Attending attending) {
        this.publishing = new Publishing(sql, store);
        this.knowing = new Knowing(attending);
    }

    /** Publishes a shipped example under another name, changed as the caller likes. */
    public Study publish(String example, String slug, UnaryOperator<String> change) {
        String yaml = new String(Examples.bytes(example), StandardCharsets.UTF_8);
        return publishing.publish(
                Examples.accepted(change.apply(yaml.replaceFirst("(?m)^id: " + example + "$", "id: " + slug))));
    }

    public void invite(Study study, String token) {
        publishing.invite(study, token);
    }

    /** Begins a session; what is asked is answered rightly until a step of that kind comes, or the end. */
    public Person begin(URI root, String slug, String until) {
        return new Person(new Participant(root).begun(slug)).until(until);
    }

    /** The same for somebody who was invited. */
    public Person beginInvited(URI root, String slug, String token, String until) {
        Participant participant = new Participant(root);
        participant.begin(slug, participant.json.createObjectNode().put("invitation", token));
        return new Person(participant).until(until);
    }

    /** Somebody who takes part. */
    public final class Person {

        private final Participant participant;

        private Person(Participant participant) {
            this.participant = participant;
        }

        /** The secret of the session, which nobody else may come to see. */
        public String token() {
            return participant.session();
        }

        public String withdrawalCode() {
            return participant.state.get("withdrawal").asText();
        }

        /** {@code completed}, …; empty while the session goes on. */
        public String end() {
            return participant.state.at("/end/kind").asText();
        }

        public Person until(String kind) {
            participant.until(kind, knowing);
            return this;
        }

        /** Answers to the end, each letter changed before it is sent. */
        public Person toTheEnd(Function<ObjectNode, ObjectNode> change) {
            participant.until("nothing", one -> change.apply(knowing.apply(one)));
            return this;
        }

        /** Answers one step. */
        public Person answer(String json) {
            try {
                Participant.Reply reply = participant.send(participant.letter(participant.json.readTree(json)));
                if (reply.status() != 200) {
                    throw new AssertionError(reply);
                }
                return this;
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(json, e);
            }
        }

        /** The step that is due, as the page sees it. */
        public JsonNode step() {
            return participant.state.path("step");
        }

        public void withdraw() {
            participant.post(
                    "/api/taking/withdrawals",
                    participant.json.createObjectNode().put("code", withdrawalCode()));
        }
    }
}
