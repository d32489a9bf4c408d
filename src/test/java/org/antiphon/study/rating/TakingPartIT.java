package org.antiphon.study.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.study.design.Study;
import org.antiphon.study.session.assignment.Assignment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions over HTTP and in the database. */
@QuarkusTest
class TakingPartIT {

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

    private int count(String of, Participant participant) {
        return sql.row(
                        row -> row.getInt(1),
                        "select count(*) from " + of
                                + " x join study_session s on s.id = x.session_id where s.token = ?",
                        participant.session())
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"etudes", "vocoders", "expression"})
    void leadsThroughEveryExampleToItsEndAndKeepsEverything(String example) {
        Study study = publishing.publish(Publishing.example(example, "whole-" + example));
        publishing.invite(study, "welcome-" + example);
        Participant participant = someone();
        ObjectNode arrival = participant.json.createObjectNode().put("invitation", "welcome-" + example);
        assertThat(participant.begin(study.id().text(), arrival).status()).isEqualTo(201);
        List<String> steps = new ArrayList<>();
        while (participant.goesOn()) {
            steps.add(participant.step());
            assertThat(participant.state.get("revision").asInt()).isEqualTo(steps.size() - 1);
            Participant.Reply reply = participant.send(knowing.apply(participant));
            assertThat(reply.status()).as("%s: %s", steps, reply).isEqualTo(200);
        }
        assertThat(participant.state.at("/end/kind").asText()).isEqualTo("completed");
        assertThat(participant.get(participant.path()).body()).isEqualTo(participant.state);
        assertThat(steps).doesNotHaveDuplicates();
        assertThat(count("answer", participant)).isEqualTo(steps.size());
        assertThat(count("rating", participant)).isGreaterThanOrEqualTo((int)
                steps.stream().filter(step -> step.startsWith("trial-")).count());
        assertThat(sql.rows(
                        row -> row.getString(1),
                        "select distinct check_id from check_outcome c join study_session s on s.id = c.session_id"
                                + " where s.token = ?",
                        participant.session()))
                .hasSameSizeAs(study.checks());
        Assignment kept =
                attending.listen(participant.session()).session().assignment().orElseThrow();
        assertThat(kept.again(study).tasks()).containsExactlyInAnyOrderElementsOf(kept.tasks());
    }

    @Test
    void savesAnAnswerOnceHoweverOftenItIsSent() {
        publishing.publish(Publishing.small("once"));
        Participant participant = someone().begun("once").until("trial", knowing);
        ObjectNode letter = participant.letter(values("quality", 4));
        String step = participant.step();
        Participant.Reply first = participant.send(letter);
        assertThat(first.body().get("outcome").asText()).isEqualTo("saved");
        Participant.Reply second = participant.send(letter);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().get("outcome").asText()).isEqualTo("repeated");
        assertThat(second.body().get("saved")).isEqualTo(first.body().get("saved"));
        assertThat(second.body().get("state")).isEqualTo(first.body().get("state"));

        ObjectNode changed = letter.deepCopy();
        changed.set("answer", values("quality", 1));
        Participant.Reply other = participant.send(changed);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("another-answer-kept");
        assertThat(other.body().at("/kept/answer/values/quality").asInt()).isEqualTo(4);
        assertThat(other.body().at("/kept/step").asText()).isEqualTo(step);
        assertThat(count("answer", participant)).isEqualTo(2);
        assertThat(count("rating", participant)).isEqualTo(1);
    }

    @Test
    void keepsOneOfTheAnswersOfTwoTabs() throws Exception {
        publishing.publish(Publishing.small("five-tabs"));
        Participant participant = someone().begun("five-tabs").until("trial", knowing);
        List<Callable<Integer>> tabs = new ArrayList<>();
        for (int value = 1; value <= 5; value++) {
            ObjectNode letter = participant.letter(values("quality", value));
            tabs.add(() ->
                    participant.post(participant.path() + "/answers", letter).status());
        }
        ExecutorService threads = Executors.newFixedThreadPool(5);
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> future : threads.invokeAll(tabs)) {
            statuses.add(future.get());
        }
        threads.shutdown();
        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(count("rating", participant)).isEqualTo(1);
    }

    @Test
    void goesOnOnAnotherDevice() {
        publishing.publish(Publishing.small("moves"));
        Participant phone = someone().begun("moves").until("trial", knowing);
        Participant desk = someone();
        desk.state = desk.get(phone.path()).body();
        assertThat(desk.state).isEqualTo(phone.state);
        desk.until("nothing", knowing);
        assertThat(phone.get(phone.path()).body().at("/end/kind").asText()).isEqualTo("completed");
    }

    @Test
    void saysWhatIsMissingAndSavesNothing() {
        publishing.publish(Publishing.small("misses"));
        Participant participant = someone().begun("misses");
        assertThat(participant
                        .send(participant.letter(
                                participant.json.createObjectNode().put("read", true)))
                        .status())
                .isEqualTo(422);
        participant.until("trial", knowing);
        Participant.Reply high = participant.send(participant.letter(values("quality", 6)));
        assertThat(high.status()).isEqualTo(422);
        assertThat(high.body().at("/refusals/0/key").asText()).isEqualTo("quality");
        Participant.Reply empty = participant.send(participant.letter(
                participant.json.createObjectNode().set("values", participant.json.createObjectNode())));
        assertThat(empty.body().at("/refusals/0/why").asText()).contains("not been answered");
        ObjectNode later = participant.letter(values("quality", 3)).put("step", "trial-main-2");
        assertThat(participant.send(later).code()).isEqualTo("out-of-turn");
        for (String body : List.of("", "[]", "{", "{\"key\":\"x\"}", "nonsense")) {
            assertThat(participant.post(participant.path() + "/answers", body).status())
                    .as(body)
                    .isEqualTo(400);
        }
        ObjectNode odd = participant.letter(values("quality", 3));
        odd.set("answer", participant.json.createObjectNode().put("verdict", 3));
        assertThat(participant.send(odd).code()).isEqualTo("bad-answer");
        String huge = "{\"key\":\"" + "x".repeat(600_000) + "\"}";
        assertThat(participant.post(participant.path() + "/answers", huge).status())
                .isEqualTo(413);
        assertThat(count("rating", participant)).isZero();
    }

    @Test
    void givesClipsOnlyToTheirSessionInTheirTurn() {
        publishing.publish(Publishing.small("clips"));
        Participant one = someone().begun("clips").until("trial", knowing);
        Participant two = someone().begun("clips").until("trial", knowing);
        String mine = one.state.at("/step/clips/0/url").asText();
        String next = one.state.at("/next/clips/0/url").asText();
        HttpResponse<byte[]> clip = one.bytes(mine);
        assertThat(clip.statusCode()).isEqualTo(200);
        assertThat(clip.body()).hasSize(Publishing.SIZE);
        assertThat(clip.headers().map())
                .doesNotContainKeys("etag", "last-modified", "content-disposition")
                .containsEntry("content-type", List.of("video/mp4"));
        assertThat(one.bytes(mine, "Range", "bytes=10-19").body())
                .containsExactly(Arrays.copyOfRange(clip.body(), 10, 20));
        assertThat(one.bytes(next).statusCode()).isEqualTo(200);
        String handle = mine.substring(mine.lastIndexOf('/') + 1);
        assertThat(two.bytes(two.path() + "/media/" + handle).statusCode()).isEqualTo(404);
        assertThat(one.bytes(one.path() + "/media/" + handle.replace(handle.charAt(20), 'A'))
                        .statusCode())
                .isIn(404, 200);
        one.send(one.letter(values("quality", 2)));
        assertThat(one.bytes(mine).statusCode()).isEqualTo(404);
        assertThat(one.state.at("/step/clips/0/url").asText()).isEqualTo(next);
    }

    @Test
    void takesEverythingBackByTheCode() {
        publishing.publish(Publishing.small("withdraws"));
        Participant participant = someone().begun("withdraws").until("trial", knowing);
        participant.send(participant.letter(values("quality", 5)));
        String code = participant.state.get("withdrawal").asText().toUpperCase(Locale.ROOT);
        JsonNode body =
                participant.json.createObjectNode().put("code", code.substring(0, 8) + " - " + code.substring(8));
        Participant.Reply reply = participant.post("/api/taking/withdrawals", body);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().get("answers").asInt()).isEqualTo(2);
        assertThat(count("answer", participant) + count("rating", participant) + count("session_slot", participant))
                .isZero();
        assertThat(participant.get(participant.path()).code()).isEqualTo("withdrawn");
        assertThat(participant.send(participant.letter(values("quality", 5))).status())
                .isEqualTo(410);
        assertThat(participant.post("/api/taking/withdrawals", body).code()).isEqualTo("unknown-code");
    }

    @Test
    void neverChangesOrLosesAnAnswer() {
        publishing.publish(Publishing.small("keeps"));
        Participant participant = someone().begun("keeps").until("trial", knowing);
        participant.send(participant.letter(values("quality", 5)));
        for (String spoil : List.of(
                "update rating set number = 1",
                "delete from rating",
                "truncate rating cascade",
                "update answer set given = '{}'",
                "delete from answer",
                "update session_slot set condition = 'performed'",
                "delete from study_session",
                "update study_session set number = 99 where number is not null",
                "insert into rating select answer_id, session_id, 'trial-main-2', 'x', 'A', 1, null, null, null"
                        + " from rating limit 1")) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> sql.change(spoil)))
                    .as(spoil)
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(count("rating", participant)).isEqualTo(1);
    }

    @Test
    void speaksTheLanguageOfTheParticipant() {
        publishing.publish(Publishing.small("speaks"));
        Participant participant = someone();
        participant.begin("speaks", participant.json.createObjectNode().put("language", "de"));
        assertThat(participant.state.at("/step/text").asText()).isEqualTo("Stimmen Sie zu?");
        JsonNode english = participant.json.createObjectNode().put("language", "en");
        Participant.Reply reply = participant.post(participant.path() + "/language", english);
        assertThat(reply.body().at("/step/text").asText()).isEqualTo("Do you agree?");
        participant.state = reply.body();
        participant.until("trial", knowing);
        assertThat(participant.post(participant.path() + "/language", english).code())
                .isEqualTo("too-late");
        assertThat(participant
                        .begin("speaks", participant.json.createObjectNode().put("language", "fr"))
                        .code())
                .isEqualTo("bad-language");
    }

    private static JsonNode values(String key, int value) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("values").put(key, value);
        return answer;
    }
}
