package org.antiphon.study;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.antiphon.account.TestOwner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a draft to an open study, by the programming interface. */
@QuarkusTest
class StudyApiIT {

    @Inject
    TestOwner owner;

    @Inject
    AgroalDataSource database;

    private String token;

    @BeforeEach
    void signIn() {
        token = owner.token();
    }

    @Test
    void letsNobodyIn() {
        for (String path : List.of("", "/schema", "/x", "/x/stimuli", "/x/preparation", "/x/publication")) {
            given().get("/api/studies" + path).then().statusCode(401);
        }
        given().contentType("application/json")
                .body("{}")
                .post("/api/studies")
                .then()
                .statusCode(401);
        given().contentType("application/json")
                .body("{}")
                .put("/api/studies/x/state")
                .then()
                .statusCode(401);
    }

    @Test
    void savesWhatIsWrongAndSaysWhatIs() {
        begin("wrong", tiny("wrong"));
        JsonPath saved = asked().body(Map.of("document", "format: 1\nid: wrong\nlanguags: [en]", "revision", 1))
                .put("/api/studies/wrong")
                .then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("draft.accepted", equalTo(false))
                .body("draft.tree.id", equalTo("wrong"))
                .extract()
                .jsonPath();
        assertThat(saved.getList("draft.findings.what", String.class)).anyMatch(what -> what.contains("languags"));
        asked().body(Map.of("document", "x", "revision", 1))
                .put("/api/studies/wrong")
                .then()
                .statusCode(409)
                .body("code", equalTo("saved-elsewhere"));
        asked().post("/api/studies/wrong/preparation").then().statusCode(422);
        asked().get("/api/studies/wrong/publication").then().body("obstacles.size()", greaterThan(0));
        asked().body(Map.of("slug", "wrong", "template", "etudes"))
                .post("/api/studies")
                .then()
                .statusCode(409);
        asked().body(Map.of("slug", "Not Good", "template", "etudes"))
                .post("/api/studies")
                .then()
                .statusCode(400);
    }

    @Test
    void writesAnEditedDocumentAsYaml() {
        JsonPath read = asked().body(Map.of("document", tiny("any")))
                .post("/api/studies/check")
                .jsonPath();
        asked().body(Map.of("tree", read.getMap("tree")))
                .post("/api/studies/write")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(true))
                .body("tree", equalTo(read.getMap("tree")));
        String remarked = "# mine\n" + tiny("any");
        asked().body(Map.of("tree", read.getMap("tree"), "document", remarked))
                .post("/api/studies/write")
                .then()
                .statusCode(200)
                .body("document", equalTo(remarked));
    }

    @Test
    void preparesFreezesOpensAndCloses() throws SQLException {
        begin("pilot", tiny("pilot"));
        asked().post("/api/studies/pilot/preparation").then().statusCode(202);
        await("pilot");
        JsonPath report = asked().get("/api/studies/pilot/stimuli").jsonPath();
        assertThat(report.getList("items.item", String.class))
                .containsExactly("etude-1", "etude-2", "etude-3", "etude-4");
        for (int item = 0; item < 4; item++) {
            String stimuli = "items[" + item + "].stimuli.";
            assertThat(report.getList(stimuli + "bytes", Long.class).stream().distinct())
                    .hasSize(1);
            assertThat(report.getList(stimuli + "seconds", Float.class)).containsOnly(1f);
            List<Float> loudness = report.getList(stimuli + "loudness", Float.class);
            assertThat(loudness).hasSize(4).allMatch(level -> Math.abs(level - loudness.get(0)) < 0.5);
        }
        JsonPath plan = asked().get("/api/studies/pilot/publication").jsonPath();
        assertThat(plan.getList("obstacles")).isEmpty();
        asked().body(Map.of("digest", "0".repeat(64)))
                .post("/api/studies/pilot/publication")
                .then()
                .statusCode(409);
        asked().body(Map.of("digest", plan.getString("digest")))
                .post("/api/studies/pilot/publication")
                .then()
                .statusCode(201)
                .body("version", equalTo(1))
                .body("state", equalTo("open"))
                .body("digest", equalTo(plan.getString("digest")));
        assertThat(count("select count(*) from stimulus where edition = '" + plan.getString("digest") + "'"))
                .isEqualTo(plan.getInt("stimuli"));
        assertThat(count("select count(*) from edition where test_sha256 is not null and digest = '"
                        + plan.getString("digest") + "'"))
                .isEqualTo(1);
        asked().get("/api/studies/pilot/publication")
                .then()
                .body("obstacles", hasItem("Nothing has changed since version 1."));
        asked().body(Map.of("state", "closed"))
                .put("/api/studies/pilot/state")
                .then()
                .statusCode(200);
        asked().body(Map.of("state", "open"))
                .put("/api/studies/pilot/state")
                .then()
                .statusCode(409);
    }

    @Test
    void invitesByLinksOfWhichOnlyHashesAreKept() throws SQLException {
        begin("invited", tiny("invited"));
        String csv = asked().body(Map.of("count", 3, "note", "=cmd()"))
                .post("/api/studies/invited/invitations")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .asString();
        String[] lines = csv.split("\r\n");
        assertThat(lines).hasSize(4);
        assertThat(lines[1]).matches("1,http://[^,]+/s/invited\\?i=[a-z2-7]{20},\"'=cmd\\(\\)\"");
        String secret = lines[1].replaceAll(".*i=([a-z2-7]{20}),.*", "$1");
        assertThat(count(
                        "select count(*) from invitation where token_sha256 = encode(sha256('" + secret + "'), 'hex')"))
                .isEqualTo(1);
        asked().body(Map.of("count", 0))
                .post("/api/studies/invited/invitations")
                .then()
                .statusCode(400);
    }

    @Test
    void namesUploadedFilesByATable() {
        begin("pairs", tiny("pairs"));
        given().cookie(TestOwner.COOKIE, token)
                .multiPart("file", "ours/a.wav", new byte[] {1, 2, 3}, "audio/wav")
                .post("/api/studies/pairs/files")
                .then()
                .statusCode(200)
                .body("name", hasItem("ours/a.wav"));
        asked().body(Map.of("table", "item,condition,file\netude-1,ours,ours/a.wav", "revision", 1))
                .post("/api/studies/pairs/pairs")
                .then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("draft.tree.conditions.id", hasItem("ours"))
                .body("draft.tree.items[0].files.ours", equalTo("ours/a.wav"));
    }

    private void begin(String slug, String document) {
        asked().body(Map.of("slug", slug, "document", document))
                .post("/api/studies")
                .then()
                .statusCode(201);
    }

    private RequestSpecification asked() {
        return given().cookie(TestOwner.COOKIE, token).contentType("application/json");
    }

    private void await(String slug) {
        String state = "";
        for (int i = 0; i < 600 && !state.equals("done") && !state.equals("failed"); i++) {
            LockSupport.parkNanos(500_000_000);
            state = asked().get("/api/studies/" + slug + "/preparation")
                    .jsonPath()
                    .getString("state");
        }
        assertThat(state)
                .as(asked().get("/api/studies/" + slug + "/preparation").asString())
                .isEqualTo("done");
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The sample study, cut to a second each. */
    private static String tiny(String slug) {
        return Templates.sample().replace("id: first-look", "id: " + slug).replace("longest: 6", "longest: 1");
    }
}
