package org.antiphon.study.rating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.antiphon.study.design.Item;
import org.antiphon.study.design.Study;
import org.antiphon.study.session.Step;
import org.antiphon.study.session.assignment.Purpose;
import org.antiphon.study.session.assignment.Slot;
import org.antiphon.study.session.assignment.Trial;

/** Walks through live sessions with the rights of a participant, and notes all that is to be seen of each clip. */
final class Spy {

    private static final int SESSIONS = 3;

    private final Sql sql;
    private final Attending attending;
    private final URI root;

    Spy(Sql sql, Attending attending, URI root) {
        this.sql = sql;
        this.attending = attending;
        this.root = root;
    }

    /**
     * What gives conditions away.
     *
     * @param arrivals how each session begins
     * @param seen may spoil what was seen, to find out whether that is found
     */
    List<String> leaks(Study study, List<ObjectNode> arrivals, UnaryOperator<Sighting> seen) {
        List<Sighting> sightings = new ArrayList<>();
        for (ObjectNode arrival : arrivals) {
            Participant participant = new Participant(root);
            assertThat(participant.begin(study.id().text(), arrival).status()).isEqualTo(201);
            walk(participant, sightings, seen);
        }
        return Leaks.in(sightings, secrets(study));
    }

    /** Sessions that come by the open link. */
    static List<ObjectNode> openly() {
        ObjectNode nothing = new ObjectMapper().createObjectNode();
        return Collections.nCopies(SESSIONS, nothing);
    }

    private void walk(Participant participant, List<Sighting> sightings, UnaryOperator<Sighting> seen) {
        Knowing knowing = new Knowing(attending);
        while (participant.goesOn()) {
            trial(participant).ifPresent(trial -> look(participant, trial, sightings, seen));
            assertThat(participant.send(knowing.apply(participant)).status()).isEqualTo(200);
        }
        assertThat(participant.state.at("/end/kind").asText()).isEqualTo("completed");
    }

    /** The page that is before a participant, if its answer counts: of planted ones the instruction is meant to be seen. */
    Optional<Trial> trial(Participant participant) {
        return attending
                .listen(participant.session())
                .session()
                .position()
                .current()
                .filter(step -> step instanceof Step.Judging)
                .map(step -> ((Step.Judging) step).trial())
                .filter(trial -> trial.purpose() instanceof Purpose.Main);
    }

    private static void look(
            Participant participant, Trial trial, List<Sighting> sightings, UnaryOperator<Sighting> seen) {
        JsonNode step = participant.state.get("step");
        for (JsonNode clip : step.get("clips")) {
            Slot slot = trial.slot(clip.get("slot").asText()).orElseThrow();
            String url = clip.get("url").asText();
            long begin = System.nanoTime();
            HttpResponse<byte[]> response = participant.bytes(url);
            long nanos = System.nanoTime() - begin;
            assertThat(response.statusCode()).isEqualTo(200);
            sightings.add(seen.apply(new Sighting(
                    participant.session(),
                    trial.item().text(),
                    slot.condition().text(),
                    trial.task().text(),
                    trial.number(),
                    slot.name(),
                    step.get("clips").size(),
                    url.substring(url.lastIndexOf('/') + 1),
                    step,
                    response.headers().map(),
                    partly(participant, url),
                    response.body(),
                    nanos)));
        }
    }

    /** The headers of a part, of a part that is not there, and of asking for the headers alone. */
    private static List<String> partly(Participant participant, String url) {
        List<String> told = new ArrayList<>();
        for (String[] headers : new String[][] {
            {"Range", "bytes=0-99"}, {"Range", "bytes=-1"}, {"Range", "bytes=99999999-"}, {"If-None-Match", "*"}
        }) {
            HttpResponse<byte[]> part = participant.bytes(url, headers);
            told.add(headers[1] + ": " + part.statusCode() + " "
                    + Leaks.undated(part.headers().map()));
        }
        return told;
    }

    /** Ids of conditions and items, and digests of files. The open reference is called so on its page. */
    Set<String> secrets(Study study) {
        Set<String> secrets = new TreeSet<>();
        study.conditions().forEach(condition -> secrets.add(condition.id().text()));
        study.items().stream().map(Item::id).forEach(id -> secrets.add(id.text()));
        secrets.addAll(sql.rows(
                row -> row.getString(1),
                "select s.sha256 from stimulus s join edition e on e.digest = s.edition join study y on y.id = e.study_id"
                        + " where y.slug = ?",
                study.id().text()));
        secrets.remove("reference");
        return secrets;
    }
}
