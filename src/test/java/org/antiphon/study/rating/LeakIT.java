package org.antiphon.study.rating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.study.design.Item;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.Study;
import org.antiphon.study.rating.Publishing.Clip;
import org.antiphon.study.session.Step;
import org.antiphon.study.session.assignment.Purpose;
import org.antiphon.study.session.assignment.Slot;
import org.antiphon.study.session.assignment.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks through live sessions as a participant, and looks for anything that gives conditions away. */
@QuarkusTest
class LeakIT {

    private static final int SESSIONS = 3;

    @Inject
    Sql sql;

    @Inject
    ArtifactStore store;

    @Inject
    Attending attending;

    @TestHTTPResource("/")
    URI root;

    @ParameterizedTest
    @ValueSource(strings = {"etudes", "vocoders", "expression"})
    void tellsNothing(String example) {
        Study study = Publishing.example(example, "sealed-" + example);
        assertThat(leaks(study, Publishing::noise, sighting -> sighting)).isEmpty();
    }

    @Test
    void findsAFileThatIsOneByteLonger() {
        assertThat(planted(
                        "longer", clip -> new Clip(Arrays.copyOf(clip.bytes(), Publishing.SIZE + 1), clip.mediaType())))
                .anyMatch(leak -> leak.startsWith("The size of"));
    }

    @Test
    void findsAnotherMediaType() {
        assertThat(planted("typed", clip -> new Clip(clip.bytes(), "video/webm")))
                .anyMatch(leak -> leak.startsWith("The headers of"));
    }

    @Test
    void findsTheTagOfAnEncoder() {
        assertThat(planted("tagged", clip -> {
                    byte[] tagged = clip.bytes().clone();
                    byte[] tag = "\0Lavf61.7.100\0".getBytes(StandardCharsets.US_ASCII);
                    System.arraycopy(tag, 0, tagged, 100, tag.length);
                    return new Clip(tagged, clip.mediaType());
                }))
                .anyMatch(leak -> leak.contains("Lavf61.7.100"));
    }

    @Test
    void findsEqualFilesWhereAReferenceIsHidden() {
        Study study = Publishing.example("vocoders", "unveiled");
        // without padding there is no room for noise
        Function<Stimulus, Clip> bare = stimulus ->
                new Clip(Arrays.copyOf(Publishing.noise(stimulus).bytes(), Publishing.SIZE - 1), "audio/mp4");
        assertThat(leaks(study, bare, sighting -> sighting)).anyMatch(leak -> leak.startsWith("Files are equal"));
    }

    @Test
    void findsANameAmongWhatAPageIsTold() {
        Study study = Publishing.example("etudes", "named");
        List<String> leaks = leaks(study, Publishing::noise, sighting -> {
            ObjectNode told = sighting.step().deepCopy();
            told.put("source", sighting.condition());
            return new Sighting(
                    sighting.item(),
                    sighting.condition(),
                    sighting.page(),
                    sighting.number(),
                    sighting.slot(),
                    sighting.slots(),
                    sighting.handle(),
                    told,
                    sighting.headers(),
                    sighting.bytes(),
                    sighting.nanos());
        });
        assertThat(leaks)
                .anyMatch(leak -> leak.startsWith("Pages of"))
                .anyMatch(leak -> leak.startsWith("The name \"translated\""));
    }

    /** A study of which one condition is spoiled. */
    private List<String> planted(String slug, UnaryOperator<Clip> spoil) {
        return leaks(
                Publishing.example("etudes", slug),
                stimulus -> stimulus.condition().text().equals("translated")
                        ? spoil.apply(Publishing.noise(stimulus))
                        : Publishing.noise(stimulus),
                sighting -> sighting);
    }

    private List<String> leaks(Study study, Function<Stimulus, Clip> clips, UnaryOperator<Sighting> seen) {
        Publishing publishing = new Publishing(sql, store);
        publishing.publish(study, clips);
        List<Sighting> sightings = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            publishing.invite(study, study.id() + "-" + i);
            Participant participant = new Participant(root);
            ObjectNode arrival = participant.json.createObjectNode().put("invitation", study.id() + "-" + i);
            assertThat(participant.begin(study.id().text(), arrival).status()).isEqualTo(201);
            walk(participant, sightings, seen);
        }
        return Leaks.in(sightings, secrets(study));
    }

    private void walk(Participant participant, List<Sighting> sightings, UnaryOperator<Sighting> seen) {
        Knowing knowing = new Knowing(attending);
        while (participant.goesOn()) {
            Step step = attending
                    .listen(participant.session())
                    .session()
                    .position()
                    .current()
                    .orElseThrow();
            // of planted pages the instruction is meant to be seen
            if (step instanceof Step.Judging judging && judging.trial().purpose() instanceof Purpose.Main) {
                look(participant, judging.trial(), sightings, seen);
            }
            assertThat(participant.send(knowing.apply(participant)).status()).isEqualTo(200);
        }
        assertThat(participant.state.at("/end/kind").asText()).isEqualTo("completed");
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
                    trial.item().text(),
                    slot.condition().text(),
                    trial.task().text(),
                    trial.number(),
                    slot.name(),
                    step.get("clips").size(),
                    url.substring(url.lastIndexOf('/') + 1),
                    step,
                    response.headers().map(),
                    response.body(),
                    nanos)));
        }
    }

    /** Ids of conditions and items, and digests of files. The open reference is called so on its page. */
    private Set<String> secrets(Study study) {
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
