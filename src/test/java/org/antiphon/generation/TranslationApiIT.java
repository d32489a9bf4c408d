package org.antiphon.generation;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The HTTP API with models that are fast and predictable. */
@QuarkusTest
class TranslationApiIT {

    /** As application.properties has it for tests. */
    private static final long BODY_LIMIT = 8L << 20;

    private static TestMedia media;

    @TestHTTPResource("/")
    URI root;

    @BeforeAll
    static void makeMedia() throws IOException {
        media = new TestMedia();
    }

    @Test
    void imaginesTheSoundOfAVideoAndMeasuresItAgainstItsOwnSound() throws IOException {
        Response accepted = order("video-to-sound", media.video(true))
                .multiPart("seed", "42")
                .post("/api/translations");
        accepted.then()
                .statusCode(202)
                .header("Location", matchesPattern(".*/api/translations/[a-z2-7]{26}"))
                .body("direction", equalTo("video-to-sound"))
                .body("seed", equalTo(42))
                .body("links.original", notNullValue());
        JsonPath done = Jobs.await(accepted, "done");
        assertThat(done.getDouble("progress")).isEqualTo(1);
        assertThat(done.getDouble("confidence")).isEqualTo(0.75);
        assertThat(done.getDouble("lengthSeconds")).isEqualTo(1.0);
        assertThat(done.getMap("links").keySet().stream().map(Object::toString))
                .contains(
                        "sound",
                        "soundLossless",
                        "video",
                        "track",
                        "originalTrack",
                        "spectrogram",
                        "originalSpectrogram",
                        "poster",
                        "download");
        assertThat(done.getList("metrics.name", String.class))
                .contains("onset-f1-50ms")
                .doesNotHaveDuplicates();
        get(done.getString("links.sound")).then().statusCode(200).contentType("audio/mp4");
        get(done.getString("links.soundLossless")).then().statusCode(200).contentType("audio/flac");
        get(done.getString("links.track"))
                .then()
                .statusCode(200)
                .body("rate", equalTo(50))
                .body("steps", equalTo(50))
                .body("notes.midi", hasItem(69));
    }

    @Test
    void saysWhyThereAreNoNumbersForASilentVideo() throws IOException {
        JsonPath done = Jobs.await(order("video-to-sound", media.video(false)).post("/api/translations"), "done");
        assertThat(done.getList("metrics.reason", String.class))
                .allSatisfy(r -> assertThat(r).contains("no sound"));
        assertThat(done.getString("links.originalTrack")).isNull();
    }

    @Test
    void showsTheVideoOfASoundAndTranslatesItBack() throws IOException {
        Response accepted = order("sound-to-video", media.sound())
                .multiPart("prior", media.picture().toFile())
                .post("/api/translations");
        JsonPath done = Jobs.await(accepted, "done");
        assertThat(done.getDouble("lengthSeconds")).isEqualTo(1.0);
        get(done.getString("links.video")).then().statusCode(200).contentType("video/mp4");
        byte[] motion = get(done.getString("links.motion")).asByteArray();
        ByteBuffer header = ByteBuffer.wrap(motion).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new String(motion, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("ANMO");
        assertThat(header.getInt(8)).isEqualTo(2);
        Response back = given().post(done.getString("links.self") + "/reverse");
        back.then().statusCode(202).body("direction", equalTo("video-to-sound"));
        JsonPath returned = Jobs.await(back, "done");
        assertThat(returned.getString("origin")).isEqualTo(done.getString("id"));
        assertThat(returned.getDouble("lengthSeconds")).isEqualTo(1.0);
    }

    @Test
    void translatesAgainWithAnotherSeed() throws IOException {
        JsonPath first = Jobs.await(order("video-to-sound", media.video(false)).post("/api/translations"), "done");
        Response again = given().contentType("application/json")
                .body("{\"seed\": 7}")
                .post(first.getString("links.self") + "/again");
        again.then().statusCode(202).body("seed", equalTo(7));
        assertThat(Jobs.await(again, "done").getString("id")).isNotEqualTo(first.getString("id"));
        given().post(first.getString("links.self") + "/again").then().statusCode(202);
    }

    @Test
    void givesPartsOfAFileAndKnowsWhenNothingChanged() throws IOException {
        JsonPath done = Jobs.await(order("video-to-sound", media.video(true)).post("/api/translations"), "done");
        String video = done.getString("links.video");
        byte[] whole = get(video).asByteArray();
        Response part = given().header("Range", "bytes=10-19").get(video);
        part.then()
                .statusCode(206)
                .header("Content-Range", "bytes 10-19/" + whole.length)
                .header("Content-Length", "10")
                .header("Cache-Control", containsString("immutable"));
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(whole, 10, 20));
        given().header("Range", "bytes=" + whole.length + "-").get(video).then().statusCode(416);
        given().header("If-None-Match", part.header("ETag")).get(video).then().statusCode(304);
        get(done.getString("links.download"))
                .then()
                .header("Content-Disposition", matchesPattern("attachment; filename=\"antiphon-.*\\.mp4\""));
    }

    @Test
    void refusesWhatItCannotTranslate() throws IOException {
        problem(order("video-to-sound", media.empty()).post("/api/translations"), 400, "empty");
        problem(order("video-to-sound", media.text()).post("/api/translations"), 415, "unknown-kind");
        problem(order("video-to-sound", media.promise()).post("/api/translations"), 422, "nothing-inside");
        problem(order("video-to-sound", media.sound()).post("/api/translations"), 422, "unfit");
        problem(order("sound-to-video", media.sound()).post("/api/translations"), 400, "missing-prior");
        problem(order("sideways", media.sound()).post("/api/translations"), 400, "unknown-direction");
        problem(
                order("video-to-sound", media.video(true))
                        .multiPart("seed", "x")
                        .post("/api/translations"),
                400,
                "bad-seed");
        problem(
                order("video-to-sound", media.video(true))
                        .multiPart("model", "x")
                        .post("/api/translations"),
                400,
                "unknown-model");
        problem(given().multiPart("direction", "video-to-sound").post("/api/translations"), 400, "missing-media");
        problem(given().multiPart("sample", "none-such").post("/api/translations"), 404, "not-found");
    }

    @Test
    void answersErrorsAsPagesForPeopleAndAsDocumentsForPrograms() {
        problem(get("/api/translations/nonsense"), 404, "not-found");
        problem(get("/api/none-such"), 404, "not-found");
        problem(given().put("/api/translations"), 405, "method-not-allowed");
        problem(
                given().contentType("application/json").body("{}").post("/api/translations"),
                415,
                "unsupported-media-type");
        given().accept("text/html").get("/none-such").then().statusCode(404).contentType(startsWith("text/html"));
        given().accept("text/html")
                .get("/translations/nonsense")
                .then()
                .statusCode(404)
                .contentType(startsWith("text/html"));
    }

    @Test
    void tellsWhichMethodsAnAddressKnows() {
        notAllowed(given().put("/api/translations"), "OPTIONS, POST");
        notAllowed(given().patch("/api/translations/x"), "DELETE, GET, HEAD, OPTIONS");
        notAllowed(given().get("/api/translations/x/again"), "OPTIONS, POST");
        notAllowed(given().post("/api/translations/x/events"), "GET, HEAD, OPTIONS");
        notAllowed(given().delete("/api/translations/x/artifacts/video"), "GET, HEAD, OPTIONS");
        notAllowed(given().post("/api/samples/x/poster"), "GET, HEAD, OPTIONS");
        notAllowed(given().delete("/api/system"), "GET, HEAD, OPTIONS");
        notAllowed(given().post("/"), "GET, HEAD, OPTIONS");
        notAllowed(given().post("/about/models/latent"), "GET, HEAD, OPTIONS");
        given().accept("text/html")
                .put("/translations/x")
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD, OPTIONS")
                .contentType(startsWith("text/html"));
    }

    @ParameterizedTest
    @CsvSource({"/api/translations,multipart/form-data; boundary=b", "/api/translations/x/again,application/json"})
    void refusesABodyThatGrowsBeyondTheLimitWithoutHavingAnnouncedItsLength(String path, String type)
            throws IOException {
        String answer = Chunks.post(root, path, type, BODY_LIMIT + (1 << 20));
        assertThat(answer).startsWith("HTTP/1.1 413 ").containsIgnoringCase("connection: close");
        get("/api/system").then().statusCode(200);
    }

    @Test
    void refusesAFormThatEndsTooSoon() throws Exception {
        HttpRequest cut = HttpRequest.newBuilder(root.resolve("/api/translations"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "--x\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.mp4\"\r\n\r\nabc"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(cut, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("bad-request");
    }

    @Test
    void refusesABodyThatAnnouncesTooMuch() {
        given().header("Content-Length", "999999999999")
                .get("/api/samples")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void sendsHeadersThatKeepStrangersOut() {
        given().accept("text/html")
                .get("/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", notNullValue());
    }

    @Test
    void tellsOfTheSystemTheSamplesAndItself() {
        get("/api/system")
                .then()
                .statusCode(200)
                .body("translating", equalTo("here"))
                .body("device", equalTo("fake"))
                .body("queue.waiting", notNullValue());
        get("/api/samples").then().statusCode(200);
        get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.keySet()", hasItems("/api/translations", "/api/translations/{id}/events"))
                .body("paths.size()", greaterThan(6));
        get("/q/health/ready").then().statusCode(200);
    }

    private static RequestSpecification order(String direction, Path file) {
        return given().multiPart("direction", direction).multiPart("media", file.toFile());
    }

    private static void notAllowed(Response response, String allowed) {
        problem(response, 405, "method-not-allowed");
        response.then().header("Allow", allowed);
    }

    private static void problem(Response response, int status, String code) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("title", notNullValue())
                .body("detail", notNullValue());
    }
}
