package org.antiphon.dashboard.results;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.antiphon.account.Role;
import org.antiphon.account.TestAccounts;
import org.antiphon.account.TestOwner;
import org.antiphon.study.design.Examples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Members of one study try to reach another by what stands in paths, queries and bodies, and by tokens of that one study:
 * nothing comes back that is not theirs, nothing is changed there, and who is let out sees nothing more.
 */
@QuarkusTest
class TrespassIT {

    private static final String MINE = "trespass-mine";
    private static final String THEIRS = "trespass-theirs";
    private static boolean filled;

    @Inject
    TestOwner owner;

    @Inject
    TestAccounts accounts;

    @Inject
    DataSource database;

    @TestHTTPResource("/")
    URI root;

    private String viewer;
    private String researcher;
    private String token;

    @BeforeEach
    void begin() throws Exception {
        String owning = owner.token();
        if (!filled) {
            filled = true;
            for (String slug : List.of(MINE, THEIRS)) {
                String yaml = new String(Examples.bytes("etudes"), StandardCharsets.UTF_8);
                Crowd crowd = new Crowd(database, slug.hashCode());
                crowd.publish(Examples.accepted(yaml.replaceFirst("(?m)^id: etudes$", "id: " + slug)), slug);
                crowd.come(7);
                crowd.measure("mel-snr");
            }
            given().cookie(TestOwner.COOKIE, owning).get("/studies/" + THEIRS + "/results");
        }
        viewer = accounts.token("trespass viewer", Role.VIEWER);
        researcher = accounts.token("trespass researcher", Role.RESEARCHER);
        accounts.member("trespass viewer", MINE, Role.VIEWER);
        accounts.member("trespass researcher", MINE, Role.RESEARCHER);
        token = accounts.ownersToken(MINE);
    }

    private List<Supplier<RequestSpecification>> everybody() {
        return List.of(
                () -> given().cookie(TestOwner.COOKIE, viewer),
                () -> given().cookie(TestOwner.COOKIE, researcher),
                () -> given().header("Authorization", "Bearer " + token));
    }

    private String one(String sql) throws Exception {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private String theirParticipant() throws Exception {
        return one("select pseudonym from study_session s join study y on y.id = s.study_id where y.slug = '" + THEIRS
                + "' order by s.id limit 1");
    }

    private String theirClip() throws Exception {
        return one(
                "select c.sha256 from stimulus c join edition e on e.digest = c.edition join study y on y.id = e.study_id"
                        + " where y.slug = '" + THEIRS + "' limit 1");
    }

    @Test
    void reachesNothingThroughTheirOwnStudy() throws Exception {
        String participant = theirParticipant();
        String clip = theirClip();
        String mine = "/api/studies/" + MINE;
        for (Supplier<RequestSpecification> who : everybody()) {
            assertThat(who.get().get(mine + "/participants").statusCode()).isEqualTo(200);
            for (String path : List.of(
                    mine + "/participants/" + participant,
                    mine + "/stimuli/" + clip,
                    mine + "/figures/..%2F..%2F" + THEIRS + "%2Ffigures%2Fcoherence-means.csv",
                    mine + "/exports/..%2F..%2F" + THEIRS + "%2Fexports%2Fratings.csv",
                    mine + "/exports/" + THEIRS + ".csv",
                    mine + "/../" + THEIRS + "/results",
                    mine + "/%2e%2e/" + THEIRS + "/results",
                    mine + ";/../" + THEIRS + "/monitor")) {
                assertThat(who.get().urlEncodingEnabled(false).get(path).statusCode())
                        .as(path)
                        .isIn(400, 403, 404, 422);
            }
            assertThat(who.get().get(mine + "/stimuli/" + clip).statusCode())
                    .as("as for a clip that nobody has")
                    .isEqualTo(
                            who.get().get(mine + "/stimuli/" + "0".repeat(64)).statusCode());
            for (String path : List.of(
                    mine + "/participants?slug=" + THEIRS + "&study=" + THEIRS + "&name=" + participant,
                    mine + "/monitor?study=" + THEIRS,
                    mine + "/metrics?study=" + THEIRS,
                    mine + "/exports/sessions.csv?study=" + THEIRS,
                    "/api/study-progress?slug=" + THEIRS,
                    "/api/studies?slug=" + THEIRS)) {
                assertThat(who.get().get(path).asString())
                        .as(path)
                        .doesNotContain(THEIRS)
                        .doesNotContain(participant)
                        .doesNotContain(clip);
            }
        }
        String log = given().cookie(TestOwner.COOKIE, researcher)
                .get(mine + "/log.json?study=" + THEIRS)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(log).contains(MINE).doesNotContain(THEIRS);
        assertThat(given().cookie(TestOwner.COOKIE, viewer)
                        .get(mine + "/log.csv")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void reachesNothingOfTheOtherByAnyOfItsAddresses() throws Exception {
        String participant = theirParticipant();
        String other = "/api/studies/" + THEIRS;
        for (Supplier<RequestSpecification> who : everybody()) {
            for (String path : List.of(
                    other,
                    other + "/results?version=1&include=all",
                    other + "/figures/coherence-means.svg",
                    other + "/figures/coherence-means.py",
                    other + "/figures/coherence-means.png?width=400",
                    other + "/exports/package.zip",
                    other + "/exports/ratings.csv.sha256",
                    other + "/exports/webmushra-lss.csv",
                    other + "/monitor",
                    other + "/monitor/events",
                    other + "/monitor/events?slug=" + MINE,
                    other + "/participants/" + participant,
                    other + "/metrics",
                    other + "/stimuli/" + theirClip(),
                    other + "/log.json",
                    "/studies/" + THEIRS + "/participants/" + participant,
                    "/studies/" + THEIRS + "/data",
                    "/studies/" + THEIRS + "/log")) {
                assertThat(who.get().get(path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(who.get().get("/api/log.csv").statusCode()).isEqualTo(403);
            assertThat(who.get().get("/accounts/log?study=" + THEIRS).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void changesNothingThere() throws Exception {
        String participant = theirParticipant();
        String decisions = one("select count(*) from study_exclusion");
        String draft = one("select draft || draft_revision from study where slug = '" + THEIRS + "'");
        for (Supplier<RequestSpecification> who : everybody()) {
            for (String slug : List.of(MINE, THEIRS)) {
                int status = who.get()
                        .contentType("application/json")
                        .body("{\"excluded\": true, \"reason\": \"to do harm\", \"slug\": \"" + THEIRS + "\"}")
                        .post("/api/studies/" + slug + "/participants/" + participant + "/exclusions")
                        .statusCode();
                assertThat(status).isIn(403, 404);
            }
            who.get()
                    .contentType("application/json")
                    .header("X-HTTP-Method-Override", "PUT")
                    .body("{\"slug\": \"" + THEIRS + "\", \"document\": \"id: " + THEIRS + "\", \"revision\": 1}")
                    .post("/api/studies/" + THEIRS)
                    .then()
                    .statusCode(org.hamcrest.Matchers.oneOf(403, 404, 405));
            assertThat(who.get()
                            .contentType("application/json")
                            .body("{\"document\": \"id: " + THEIRS + "\", \"revision\": 1}")
                            .put("/api/studies/" + THEIRS)
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(one("select count(*) from study_exclusion")).isEqualTo(decisions);
        assertThat(one("select draft || draft_revision from study where slug = '" + THEIRS + "'"))
                .isEqualTo(draft);
    }

    @Test
    void learnsOfNoStudyByTakingItsName() throws Exception {
        String slug = given().cookie(TestOwner.COOKIE, researcher)
                .contentType("application/json")
                .body("{\"slug\": \"" + THEIRS + "\", \"template\": \"etudes\"}")
                .post("/api/studies")
                .then()
                .statusCode(201)
                .extract()
                .path("slug");
        assertThat(slug).startsWith(THEIRS + "-");
        String document = given().cookie(TestOwner.COOKIE, researcher)
                .get("/api/studies/" + slug)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(document).contains("id: " + slug);
        assertThat(given().cookie(TestOwner.COOKIE, researcher)
                        .get("/api/studies/" + THEIRS)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aTokenOfOneStudyBeginsNoneAndOpensNoAccounts() {
        assertThat(given().header("Authorization", "Bearer " + token)
                        .cookie(TestOwner.COOKIE, owner.token())
                        .get("/api/studies/" + THEIRS + "/results")
                        .statusCode())
                .as("the cookie of the owner does not widen it")
                .isEqualTo(404);
        assertThat(given().header("Authorization", "Bearer " + token)
                        .contentType("application/json")
                        .body("{\"slug\": \"by-a-token\", \"template\": \"etudes\"}")
                        .post("/api/studies")
                        .statusCode())
                .isEqualTo(403);
        for (String path : List.of("/account", "/accounts", "/studies/" + MINE + "/people")) {
            assertThat(given().header("Authorization", "Bearer " + token)
                            .get(path)
                            .statusCode())
                    .as(path)
                    .isIn(401, 403);
        }
    }

    @Test
    void whoIsLetOutSeesNothingMoreOnALineThatIsOpen() throws Exception {
        accounts.member("trespass watcher", watcher(), Role.VIEWER);
        HttpRequest request = HttpRequest.newBuilder(root.resolve("/api/studies/" + MINE + "/monitor/events"))
                .header("Cookie", TestOwner.COOKIE + "=" + accounts.token("trespass watcher", Role.VIEWER))
                .timeout(Duration.ofMinutes(2))
                .build();
        HttpResponse<Stream<String>> line =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(line.statusCode()).isEqualTo(200);
        try (Stream<String> lines = line.body()) {
            Iterator<String> each = lines.iterator();
            while (!each.next().startsWith("data:")) {}
            accounts.noMember("trespass watcher", MINE);
            long begin = System.nanoTime();
            // the line ends by itself: this would wait for ten minutes otherwise
            while (each.hasNext()) {
                assertThat(each.next()).doesNotStartWith("data:");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(1));
        }
    }

    private String watcher() {
        accounts.token("trespass watcher", Role.VIEWER);
        return MINE;
    }
}
