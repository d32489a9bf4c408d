package org.antiphon.dashboard.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.antiphon.account.TestOwner;
import org.antiphon.platform.Digest;
import org.antiphon.study.design.Study;
import org.antiphon.study.rating.StudyFilling;
import org.junit.jupiter.api.Test;

/** Exports over HTTP, of what participants left. */
@QuarkusTest
class ExportIT {

    @Inject
    StudyFilling filling;

    @Inject
    TestOwner owner;

    @TestHTTPResource("/")
    URI root;

    private RequestSpecification asked() {
        return given().cookie(TestOwner.COOKIE, owner.token());
    }

    private String text(String slug, String file, String query) {
        return new String(
                asked().get("/api/studies/" + slug + "/exports/" + file + query)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);
    }

    private static List<NamedCsvRecord> rows(String csv) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new IllegalStateException("a text can always be read", e);
        }
    }

    /** Tests answer faster than anybody who listens; the rules against that only mark them. */
    private static String patient(String yaml) {
        return yaml.replace("failures: 4, then: exclude", "failures: 4, then: flag")
                .replace("check: hurried, then: exclude", "check: hurried, then: flag");
    }

    @Test
    void givesEveryFileWithItsTypeNameAndChecksum() {
        filling.publish("expression", "give-all", ExportIT::patient);
        StudyFilling.Person person = filling.begin(root, "give-all", "nothing");
        asked().get("/api/studies/give-all/exports")
                .then()
                .statusCode(200)
                .body("began", equalTo(1))
                .body("counted", equalTo(1))
                .body("files.name", hasItem("ratings.csv"));
        for (Product product : Exports.products()) {
            String path = "/api/studies/give-all/exports/" + product.name();
            Response response = asked().get(path);
            response.then()
                    .statusCode(200)
                    .header("Content-Type", startsWith(product.mediaType().split(";", 2)[0]))
                    .header("Content-Disposition", "attachment; filename=\"give-all-" + product.name() + "\"");
            byte[] body = response.asByteArray();
            assertThat(new String(body, StandardCharsets.ISO_8859_1))
                    .doesNotContain(person.token(), person.withdrawalCode());
            asked().get(path + ".sha256")
                    .then()
                    .body(equalTo(Digest.of(body).hex() + "  give-all-" + product.name() + "\n"));
            String tag = response.header("ETag");
            asked().header("If-None-Match", tag).get(path).then().statusCode(304);
            asked().head(path).then().statusCode(200).header("ETag", tag);
        }
        List<NamedCsvRecord> comparisons = rows(text("give-all", "comparisons.csv", ""));
        assertThat(comparisons)
                .hasSize(8 + 6)
                .allMatch(row -> row.getField("chosen").equals(row.getField("condition_a"))
                        || row.getField("chosen").equals(row.getField("condition_b")));
        assertThat(rows(text("give-all", "webmushra-paired_comparison.csv", "")))
                .hasSize(8)
                .allMatch(row -> row.getField("choice_answer").equals("correct"))
                .noneMatch(row -> row.getField("choice_reference").endsWith("exchanged"));
        List<NamedCsvRecord> wide = rows(text("give-all", "ratings-wide.csv", ""));
        assertThat(wide)
                .hasSize(18)
                .allMatch(row -> row.getField("intention").equals(row.getField("intended"))
                        && row.getField("valence").equals("1"));
    }

    @Test
    void writesMushraAsWebMushraDoes() {
        Study study = filling.publish("vocoders", "give-mushra", UnaryOperator.identity());
        filling.invite(study, "ears");
        filling.beginInvited(root, "give-mushra", "ears", "nothing");
        String strict = text("give-mushra", "webmushra-mushra.csv", "");
        assertThat(strict.lines().findFirst())
                .contains("session_test_id,experience,hearing,session_uuid,trial_id,rating_stimulus,rating_score,"
                        + "rating_time,rating_comment");
        assertThat(strict).doesNotContain("\r");
        List<NamedCsvRecord> rows = rows(strict);
        assertThat(rows).hasSize(6 * 5);
        assertThat(rows.stream().filter(row -> row.getField("rating_stimulus").equals("reference")))
                .hasSize(6)
                .allMatch(row -> row.getField("rating_score").equals("100"));
        assertThat(rows.stream().filter(row -> row.getField("rating_stimulus").equals("anchor35")))
                .hasSize(6)
                .allMatch(row -> row.getField("rating_score").equals("35"));
        assertThat(rows(text("give-mushra", "webmushra-extended-mushra.csv", "")))
                .hasSize(6 * 5)
                .allMatch(row -> row.getField("participant_ref").matches("p[0-9a-f]{12}"));
    }

    @Test
    void writesFreeTextSoThatNoSpreadsheetRunsIt() {
        filling.publish("etudes", "give-words", UnaryOperator.identity());
        filling.begin(root, "give-words", "questionnaire")
                .answer("{\"values\":{\"plays\":\"now\",\"noticed\":\"=HYPERLINK(\\\"x\\\")\\nnew line\"}}");
        List<NamedCsvRecord> sessions = rows(text("give-words", "sessions.csv", ""));
        assertThat(sessions).hasSize(1);
        assertThat(sessions.get(0).getField("afterwards__noticed")).isEqualTo("'=HYPERLINK(\"x\")\nnew line");
        assertThat(text("give-words", "answers.jsonl", "?excluded=true")).contains("\"answer\":\"=HYPERLINK(");
        assertThat(text("give-words", "sessions.csv", "?words=false&dates=none"))
                .doesNotContain("HYPERLINK")
                .doesNotContain("-0");
    }

    @Test
    void refusesWhatItDoesNotUnderstandAndWhomItDoesNotKnow() {
        filling.publish("etudes", "give-nothing", UnaryOperator.identity());
        String base = "/api/studies/give-nothing/exports/";
        for (String query :
                List.of("?edition=0", "?edition=x", "?dates=soon", "?pages=1", "?excluded=yes", "?colour=red")) {
            asked().get(base + "ratings.csv" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo("bad-export"));
        }
        asked().get(base + "ratings.csv?edition=2").then().statusCode(404);
        asked().get(base + "ratings.xls").then().statusCode(404).contentType("application/problem+json");
        asked().get("/api/studies/nowhere/exports/ratings.csv").then().statusCode(404);
        given().get(base + "ratings.csv").then().statusCode(401);
        given().get("/api/studies/give-nothing/exports").then().statusCode(401);
        asked().accept("text/html")
                .get("/studies/give-nothing/data")
                .then()
                .statusCode(200)
                .body(containsString("Give me the data"))
                .body(containsString("/api/studies/give-nothing/exports/ratings.csv"));
    }
}
