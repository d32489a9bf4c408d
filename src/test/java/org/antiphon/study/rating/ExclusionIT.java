package org.antiphon.study.rating;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.antiphon.account.TestOwner;
import org.antiphon.platform.ArtifactStore;
import org.junit.jupiter.api.Test;

/** Leaving participants out of the analysis, with a reason, and taking them in again. */
@QuarkusTest
class ExclusionIT {

    @Inject
    Sql sql;

    @Inject
    ArtifactStore store;

    @Inject
    TestOwner owner;

    @TestHTTPResource("/")
    URI root;

    @Test
    void keepsEveryDecisionWithItsReasonAndWhoTookIt() {
        Participant participant = someoneOf("leaves-out");
        String pseudonym = pseudonym(participant);
        decide("leaves-out", pseudonym, true, "Was interrupted").statusCode(201).body("excluded", equalTo(true));
        decide("leaves-out", pseudonym, true, " Was interrupted ").statusCode(200);
        decide("leaves-out", pseudonym, false, "It was another one").statusCode(201);
        assertThat(sql.rows(
                        row -> row.getBoolean("excluded") + " " + row.getString("reason") + " " + row.getString("name"),
                        "select x.*, a.name from study_exclusion x join account a on a.id = x.account_id"
                                + " join study_session s on s.id = x.session_id where s.token = ? order by x.id",
                        participant.session()))
                .containsExactly("true Was interrupted owner", "false It was another one owner");
        assertThat(sql.rows(
                        row -> row.getBoolean("excluded"),
                        "select x.excluded from session_excluded x join study_session s on s.id = x.session_id"
                                + " where s.token = ?",
                        participant.session()))
                .containsExactly(false);
    }

    @Test
    void asksForAReasonAndForSomebodyWhoIsThere() {
        String pseudonym = pseudonym(someoneOf("asks-why"));
        decide("asks-why", pseudonym, true, "  ").statusCode(400).body("code", equalTo("reason-needed"));
        decide("asks-why", pseudonym, true, "x".repeat(1001)).statusCode(400);
        decide("asks-why", pseudonym, null, "Because").statusCode(400).body("code", equalTo("incomplete"));
        decide("asks-why", "p0123456789ab", true, "Because").statusCode(404);
        decide("another-study", pseudonym, true, "Because").statusCode(404);
        given().contentType("application/json")
                .body("{}")
                .post("/api/studies/asks-why/participants/" + pseudonym + "/exclusions")
                .then()
                .statusCode(401);
    }

    @Test
    void neverChangesADecisionAndDeletesItOnlyByWithdrawal() {
        Participant participant = someoneOf("is-kept");
        decide("is-kept", pseudonym(participant), true, "Too fast").statusCode(201);
        for (String change : List.of(
                "update study_exclusion set reason = 'other'",
                "delete from study_exclusion",
                "truncate study_exclusion",
                "update study_session set pseudonym = 'other'")) {
            assertThatThrownBy(() -> sql.change(change)).as(change).isInstanceOf(IllegalStateException.class);
        }
        ObjectNode code = JsonNodeFactory.instance
                .objectNode()
                .put("code", participant.state.get("withdrawal").asText());
        assertThat(participant.post("/api/taking/withdrawals", code).status()).isEqualTo(200);
        assertThat(sql.rows(
                        row -> row.getLong(1),
                        "select x.id from study_exclusion x left join study_session s on s.id = x.session_id"
                                + " where s.id is null"))
                .isEmpty();
    }

    private Participant someoneOf(String slug) {
        new Publishing(sql, store).publish(Publishing.small(slug));
        return new Participant(root).begun(slug);
    }

    private String pseudonym(Participant participant) {
        return sql.row(
                        row -> row.getString(1),
                        "select pseudonym from study_session where token = ?",
                        participant.session())
                .orElseThrow();
    }

    private ValidatableResponse decide(String slug, String pseudonym, Boolean excluded, String reason) {
        Map<String, Object> body =
                excluded == null ? Map.of("reason", reason) : Map.of("excluded", excluded, "reason", reason);
        return given().cookie(TestOwner.COOKIE, owner.token())
                .contentType("application/json")
                .body(body)
                .post("/api/studies/" + slug + "/participants/" + pseudonym + "/exclusions")
                .then();
    }
}
