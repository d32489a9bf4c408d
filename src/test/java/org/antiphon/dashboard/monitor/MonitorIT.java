package org.antiphon.dashboard.monitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.antiphon.account.TestOwner;
import org.antiphon.study.design.Examples;
import org.antiphon.study.rating.Participant;
import org.antiphon.study.rating.TestStudies;
import org.junit.jupiter.api.Test;

/** Participants who listen and participants who do not, over the real interface: who of them is found odd, and why. */
@QuarkusTest
class MonitorIT {

    private static final double CLIP = 0.5;
    private static final int PAGES = 12;

    @Inject
    TestStudies studies;

    @Inject
    TestOwner owner;

    @TestHTTPResource("/")
    URI root;

    /** How somebody behaves, and what is to be found of it. */
    private enum Behaviour {
        HONEST(700, CLIP, false),
        HASTY(5, CLIP, false, "fast"),
        SAME(700, CLIP, true, "straight"),
        DEAF(700, 0, false, "unheard"),
        SKIPPING(700, 0.4 * CLIP, false, "unheard"),
        PROGRAM(700, CLIP, false, "device");

        private final int took;
        private final double played;
        private final boolean same;
        private final List<String> flags;

        Behaviour(int took, double played, boolean same, String... flags) {
            this.took = took;
            this.played = played;
            this.same = same;
            this.flags = List.of(flags);
        }
    }

    @Test
    void findsThoseWhoDoNotTakePartInEarnestAndNobodyElse() throws Exception {
        studies.publish(yaml("earnest"), CLIP);
        Map<String, Behaviour> planted = new TreeMap<>();
        Map<String, String> tokens = new TreeMap<>();
        List<Callable<Participant>> visits = new ArrayList<>();
        List<Behaviour> behaviours = Stream.concat(
                        Stream.of(Behaviour.values()),
                        Stream.generate(() -> Behaviour.HONEST).limit(6))
                .toList();
        for (int i = 0; i < behaviours.size(); i++) {
            int seed = i;
            visits.add(() -> visit("earnest", behaviours.get(seed), seed, PAGES));
        }
        ExecutorService threads = Executors.newFixedThreadPool(visits.size());
        List<Future<Participant>> visited = threads.invokeAll(visits);
        threads.shutdown();
        for (int i = 0; i < visited.size(); i++) {
            String token = visited.get(i).get().session();
            planted.put(studies.pseudonym(token), behaviours.get(i));
            tokens.put(token, behaviours.get(i).name());
        }
        Participant gone = visit("earnest", Behaviour.HONEST, 99, 3);
        studies.silence(gone.session(), Duration.ofHours(3));

        String text = asked("/participants").body().asString();
        JsonPath people = new JsonPath(text);
        assertThat(people.getInt("total")).isEqualTo(planted.size() + 1);
        planted.forEach((pseudonym, behaviour) -> assertThat(
                        people.getList("people.find { it.pseudonym == '" + pseudonym + "' }.flags.kind", String.class))
                .as("%s %s", behaviour, pseudonym)
                .containsExactlyElementsOf(behaviour.flags));
        assertThat(tokens.keySet()).noneMatch(text::contains);

        JsonPath overview = asked("/monitor").body().jsonPath();
        assertThat(overview.getInt("progress.completed")).isEqualTo(planted.size());
        assertThat(overview.getInt("progress.dropped")).isEqualTo(1);
        assertThat(overview.getInt("steps.find { it.name == 'Page 4' }.left")).isEqualTo(1);
        assertThat(overview.getInt("steps.find { it.name == 'Page 3' }.answered"))
                .isEqualTo(planted.size() + 1);
        assertThat(overview.getBoolean("balance[0].even")).isTrue();
        assertThat(overview.getInt("checks.find { it.id == 'heard' }.failing")).isEqualTo(1);
        assertThat(overview.getInt("flagged")).isEqualTo(5);

        decidesAndIsFound(planted);
    }

    /** Leaving somebody out shows at once, everywhere. */
    private void decidesAndIsFound(Map<String, Behaviour> planted) {
        String hasty = planted.entrySet().stream()
                .filter(entry -> entry.getValue() == Behaviour.HASTY)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        given().cookie(TestOwner.COOKIE, owner.token())
                .contentType("application/json")
                .body(Map.of("excluded", true, "reason", "Answered before listening"))
                .post("/api/studies/earnest/participants/" + hasty + "/exclusions")
                .then()
                .statusCode(201);
        JsonPath out = asked("/participants?counted=out").body().jsonPath();
        assertThat(out.getList("people.pseudonym", String.class)).containsExactly(hasty);
        assertThat(asked("/participants?counted=open").body().jsonPath().getInt("total"))
                .isEqualTo(4);
        JsonPath one = asked("/participants/" + hasty).body().jsonPath();
        assertThat(one.getString("history[0].by")).isEqualTo("owner");
        assertThat(one.getList("answers")).hasSize(PAGES + 1);
        assertThat(one.getInt("answers[1].played.size()")).isEqualTo(1);
        assertThat(one.getString("answers[1].clips[0].condition")).isIn("performed", "translated");
        assertThat(asked("/participants?flag=fast&sort=median")
                        .body()
                        .jsonPath()
                        .getInt("total"))
                .isEqualTo(1);
    }

    @Test
    void tellsWhatIsNewWithoutBeingAsked() throws Exception {
        studies.publish(yaml("live"), CLIP);
        visit("live", Behaviour.HASTY, 1, PAGES);
        HttpRequest request = HttpRequest.newBuilder(root.resolve("/api/studies/live/monitor/events"))
                .header("Cookie", TestOwner.COOKIE + "=" + owner.token())
                .timeout(Duration.ofSeconds(120))
                .build();
        HttpResponse<Stream<String>> line =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(line.statusCode()).isEqualTo(200);
        List<Integer> completed = new ArrayList<>();
        try (Stream<String> lines = line.body()) {
            assertThat(lines.filter(text -> text.startsWith("data:"))
                            .map(text -> new JsonPath(text.substring("data:".length())).getInt("progress.completed"))
                            .peek(completed::add)
                            .peek(count -> {
                                if (count == 1 && completed.size() == 1) {
                                    visit("live", Behaviour.HASTY, 2, PAGES);
                                }
                            })
                            .anyMatch(count -> count == 2))
                    .isTrue();
        }
        assertThat(completed).startsWith(1).endsWith(2);
    }

    @Test
    void letsNobodyInAndSaysWhatIsNotThere() {
        for (String path : List.of("/monitor", "/monitor/events", "/participants", "/participants/p0123456789ab")) {
            given().get("/api/studies/earnest" + path).then().statusCode(401);
        }
        given().get("/api/study-progress").then().statusCode(401);
        for (String path : List.of("/nothing/monitor", "/nothing/participants", "/nothing/monitor/events")) {
            given().cookie(TestOwner.COOKIE, owner.token())
                    .get("/api/studies" + path)
                    .then()
                    .statusCode(404);
        }
        studies.publish(yaml("sorted"), CLIP);
        given().cookie(TestOwner.COOKIE, owner.token())
                .get("/api/studies/sorted/participants?sort=token")
                .then()
                .statusCode(400);
        given().cookie(TestOwner.COOKIE, owner.token())
                .get("/api/studies/sorted/monitor?version=7")
                .then()
                .statusCode(404);
        JsonPath all = given().cookie(TestOwner.COOKIE, owner.token())
                .get("/api/study-progress")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(all.getInt("find { it.slug == 'sorted' }.target")).isEqualTo(40);
    }

    private io.restassured.response.Response asked(String path) {
        return given().cookie(TestOwner.COOKIE, owner.token())
                .get("/api/studies/earnest" + path)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static String yaml(String slug) {
        StringBuilder items = new StringBuilder();
        for (int i = 1; i <= PAGES; i++) {
            items.append("  - {id: item")
                    .append(i)
                    .append(", source: {kind: etude, seed: 1, number: ")
                    .append(i)
                    .append("}}\n");
        }
        return Examples.SMALL
                .replaceFirst("(?m)^id: small$", "id: " + slug)
                .replace(
                        "  - {id: one, source: {kind: etude, seed: 1, number: 1}}\n"
                                + "  - {id: two, source: {kind: etude, seed: 1, number: 2}}\n",
                        items)
                .replace("consent:\n", "checks:\n  - {id: heard, kind: listening, task: main, share: 0.9}\nconsent:\n")
                .replace("target: 10", "target: 40");
    }

    /** Takes part as somebody of that behaviour does, up to that many pages. */
    private Participant visit(String slug, Behaviour behaviour, int seed, int pages) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode arrival = json.objectNode();
        arrival.putObject("device")
                .put(
                        "browser",
                        behaviour == Behaviour.PROGRAM ? "Mozilla/5.0 HeadlessChrome/130" : "Mozilla/5.0 Firefox/140")
                .put("width", 1280);
        Participant participant = new Participant(root);
        assertThat(participant.begin(slug, arrival).status()).isEqualTo(201);
        for (int page = 0; page <= pages && participant.goesOn(); page++) {
            ObjectNode answer = json.objectNode();
            if (participant.kind().equals("consent")) {
                answer.put("agreed", true)
                        .put("digest", participant.state.at("/step/digest").asText())
                        .putArray("points");
                assertThat(participant.send(participant.letter(answer)).status())
                        .isEqualTo(200);
                continue;
            }
            answer.putObject("values").put("quality", behaviour.same ? 3 : 1 + (seed + 3 * page) % 5);
            ObjectNode letter = participant.letter(answer).put("took", behaviour.took);
            letter.set("plays", plays(behaviour.played));
            if (behaviour.took > CLIP * 1000) {
                LockSupport.parkNanos(Duration.ofMillis(behaviour.took).toNanos());
            }
            assertThat(participant.send(letter).status()).isEqualTo(200);
        }
        return participant;
    }

    private static ArrayNode plays(double seconds) {
        ArrayNode plays = JsonNodeFactory.instance.arrayNode();
        if (seconds > 0) {
            plays.addObject()
                    .put("slot", "A")
                    .put("kind", "started")
                    .put("position", 0.0)
                    .put("at", 50);
            plays.addObject()
                    .put("slot", "A")
                    .put("kind", "ended")
                    .put("position", seconds)
                    .put("at", 50 + Math.round(1000 * seconds));
        }
        return plays;
    }
}
