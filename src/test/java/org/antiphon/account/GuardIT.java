package org.antiphon.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every address of a study, called by everybody: addresses that are added later are called as well. */
@QuarkusTest
class GuardIT {

    private static final String STUDY = "guarded";

    @TestHTTPResource("/")
    URI server;

    @Inject
    TestOwner owner;

    @Inject
    TestAccounts accounts;

    private final HttpClient client = HttpClient.newHttpClient();
    private String researcher;
    private String viewer;
    private String stranger;

    /** What came back. */
    private record Answer(int status, String body) {}

    @BeforeEach
    void begin() {
        researcher = accounts.token("guard researcher", Role.RESEARCHER);
        viewer = accounts.token("guard viewer", Role.VIEWER);
        stranger = accounts.token("guard stranger", Role.RESEARCHER);
        given().cookie(TestOwner.COOKIE, researcher)
                .contentType("application/json")
                .body("{\"slug\":\"" + STUDY + "\",\"template\":\"etudes\"}")
                .post("/api/studies");
        accounts.member("guard viewer", STUDY, Role.VIEWER);
    }

    private static List<Endpoint> inAStudy() {
        return Endpoint.all().stream()
                .filter(endpoint ->
                        endpoint.guard().flatMap(GuardedPath::variable).isPresent())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> asksEverybodyToSignIn() {
        return Endpoint.all().stream()
                .filter(endpoint -> endpoint.guard().isPresent())
                .map(endpoint -> DynamicTest.dynamicTest(
                        endpoint.toString(),
                        () -> assertThat(call(endpoint, STUDY, null).status()).isEqualTo(401)));
    }

    @TestFactory
    Stream<DynamicTest> answersAStrangerAsIfThereWereNone() {
        return inAStudy().stream()
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
                    Answer there = call(endpoint, STUDY, stranger);
                    Answer none = call(endpoint, "not-there", stranger);
                    assertThat(there.status()).isEqualTo(404);
                    assertThat(there.body()).isEqualTo(none.body().replace("not-there", STUDY));
                    assertThat(none.status()).isEqualTo(404);
                }));
    }

    @TestFactory
    Stream<DynamicTest> letsAViewerLookAndChangeNothing() {
        return inAStudy().stream()
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
                    Answer answer = call(endpoint, STUDY, viewer);
                    if (endpoint.guard().orElseThrow().right() == Right.READ) {
                        assertThat(answer.status()).isNotIn(401, 403);
                        assertThat(answer.body()).doesNotContain("No such study");
                    } else {
                        assertThat(answer.status()).isEqualTo(403);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesItsResearcherNothingThatResearchersMay() {
        return inAStudy().stream()
                .filter(endpoint -> endpoint.guard().orElseThrow().right() != Right.ADMINISTER)
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
                    Answer answer = call(endpoint, STUDY, researcher);
                    assertThat(answer.status()).isNotIn(401, 403);
                    assertThat(answer.body()).doesNotContain("No such study");
                }));
    }

    /** Also signing in and out: nobody is to be signed in as somebody else without knowing. */
    @TestFactory
    Stream<DynamicTest> changesNothingWhenAnotherSitesPageAsks() {
        return Endpoint.all().stream()
                .filter(endpoint -> !Set.of("GET", "HEAD", "OPTIONS").contains(endpoint.http()))
                .filter(endpoint -> endpoint.guard().isPresent()
                        || endpoint.method().getDeclaringClass().getPackage() == GuardIT.class.getPackage())
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
                    String type = endpoint.consumes().orElse("application/json");
                    for (List<String> header : List.of(
                            List.of("Sec-Fetch-Site", "cross-site"), List.of("Origin", "https://evil.example"))) {
                        Answer answer = call(endpoint.http(), endpoint.in(STUDY), type, researcher, header);
                        assertThat(answer.status()).as(header.toString()).isEqualTo(403);
                        assertThat(answer.body()).contains("Another site has sent this");
                    }
                }));
    }

    @Test
    void listsForEachOnlyTheStudiesThatAreTheirs() {
        assertThat(listed(owner.token())).contains(STUDY);
        assertThat(listed(researcher)).contains(STUDY);
        assertThat(listed(viewer)).containsExactly(STUDY);
        assertThat(listed(stranger)).isEmpty();
        given().cookie(TestOwner.COOKIE, stranger)
                .get("/api/study-progress")
                .then()
                .statusCode(200)
                .body("size()", org.hamcrest.Matchers.equalTo(0));
        given().cookie(TestOwner.COOKIE, stranger)
                .get("/studies")
                .then()
                .statusCode(200)
                .body(org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("\"" + STUDY + "\"")));
    }

    @Test
    void letsViewersBeginNoStudy() {
        given().cookie(TestOwner.COOKIE, viewer)
                .contentType("application/json")
                .body("{\"slug\":\"by-a-viewer\",\"template\":\"etudes\"}")
                .post("/api/studies")
                .then()
                .statusCode(403);
        given().cookie(TestOwner.COOKIE, viewer)
                .contentType("application/json")
                .body("{\"document\":\"x\"}")
                .post("/api/studies/check")
                .then()
                .statusCode(200);
    }

    @Test
    void isNotFooledByHowAnAddressIsWritten() throws Exception {
        for (String path : List.of(
                "/api/studies/" + STUDY + "/",
                "/api/studies/guarde%64",
                "//api/studies/" + STUDY,
                "/api//studies/" + STUDY,
                "/api/./studies/" + STUDY,
                "/api/x/../studies/" + STUDY,
                "/api/studies/" + STUDY + ";x=y",
                "/api/studies/x%2F..%2F" + STUDY,
                "/API/studies/" + STUDY,
                "/studies/" + STUDY + "/")) {
            assertThat(call("GET", path, "application/json", stranger).status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(call("GET", path, "application/json", null).status())
                    .as(path)
                    .isIn(401, 404);
        }
    }

    private static List<String> listed(String token) {
        return given().cookie(TestOwner.COOKIE, token)
                .get("/api/studies")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("slug");
    }

    private Answer call(Endpoint endpoint, String study, String token) throws IOException, InterruptedException {
        return call(endpoint.http(), endpoint.in(study), endpoint.consumes().orElse("application/json"), token);
    }

    private Answer call(String http, String path, String type, String token) throws IOException, InterruptedException {
        return call(http, path, type, token, List.of());
    }

    /**
     * Reads no more than the beginning of an answer, which may be one that never ends.
     *
     * @param header one more, its name and its value
     */
    private Answer call(String http, String path, String type, String token, List<String> header)
            throws IOException, InterruptedException {
        boolean parts = type.startsWith("multipart/");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(server.getScheme() + "://" + server.getHost() + ":" + server.getPort() + path))
                .header("Accept", "*/*")
                .header("Content-Type", parts ? type + "; boundary=x" : type)
                .method(
                        http,
                        http.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(parts ? "--x--\r\n" : body(type)));
        if (!header.isEmpty()) {
            request.header(header.get(0), header.get(1));
        }
        if (token != null) {
            request.header("Cookie", TestOwner.COOKIE + "=" + token);
        }
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            boolean problem = response.statusCode() >= 400;
            return new Answer(
                    response.statusCode(),
                    problem ? new String(body.readNBytes(4000), java.nio.charset.StandardCharsets.UTF_8) : "");
        }
    }

    private static String body(String type) {
        return type.endsWith("json") ? "{}" : "";
    }
}
