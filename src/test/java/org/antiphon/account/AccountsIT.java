package org.antiphon.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inviting, roles, tokens and the audit log, as browsers and scripts meet them. */
@QuarkusTest
class AccountsIT {

    private static final String STUDY = "shared";
    private static final Pattern LINK = Pattern.compile("value=\"https?://[^/\"]+(/(?:join|welcome)/[a-z2-7]{26})\"");
    private static final Pattern TOKEN = Pattern.compile("value=\"(antiphon_[a-z2-7]{26})\"");

    @Inject
    TestOwner owner;

    @Inject
    TestAccounts accounts;

    @Inject
    AccountRows rows;

    @Inject
    AuditLog log;

    @Inject
    AgroalDataSource database;

    private String researcher;

    @BeforeEach
    void begin() {
        researcher = accounts.token("shared researcher", Role.RESEARCHER);
        as(researcher)
                .contentType("application/json")
                .body("{\"slug\":\"" + STUDY + "\",\"template\":\"etudes\"}")
                .post("/api/studies");
    }

    private static RequestSpecification as(String cookie) {
        return given().redirects().follow(false).cookie(TestOwner.COOKIE, cookie);
    }

    private static RequestSpecification by(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static String found(Pattern pattern, Response page) {
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        Matcher matcher = pattern.matcher(page.asString());
        assertThat(matcher.find()).as(page.asString()).isTrue();
        return matcher.group(1);
    }

    @Test
    void anInvitationMakesAnAccountOnceAndLetsItIntoTheStudy() {
        String link = found(
                LINK,
                as(researcher)
                        .formParam("role", "viewer")
                        .formParam("note", "Vera")
                        .post("/studies/" + STUDY + "/people/invitations"));
        given().accept("text/html").get(link).then().statusCode(200).body(containsString("look at the study"));
        join(link, "vera", "short").then().statusCode(400);
        join(link, "shared researcher", "a password of Vera").then().statusCode(409);
        Response joined = join(link, "vera", "a password of Vera");
        assertThat(joined.statusCode()).isEqualTo(303);
        assertThat(joined.header("Location")).endsWith("/studies/" + STUDY);
        String vera = joined.cookie(TestOwner.COOKIE);
        as(vera).get("/api/studies/" + STUDY).then().statusCode(200);
        as(vera).get("/studies/" + STUDY + "/people").then().statusCode(403);
        as(vera).get("/accounts").then().statusCode(403);
        as(vera).get("/api/account").then().statusCode(200).body("role", equalTo("viewer"));
        given().accept("text/html").get(link).then().statusCode(404);
        join(link, "vera2", "a password of Vera").then().statusCode(404);
    }

    private static Response join(String link, String name, String password) {
        return given().redirects()
                .follow(false)
                .accept("text/html")
                .formParam("name", name)
                .formParam("password", password)
                .post(link);
    }

    @Test
    void anInvitationRaisesTheRoleOfWhoHasAnAccountAndNeverLowersIt() {
        String guest = accounts.token("shared guest", Role.VIEWER);
        accounts.member("shared guest", STUDY, Role.VIEWER);
        String up = invitation("researcher");
        as(guest).post(up + "/mine").then().statusCode(303);
        as(guest).get("/studies/" + STUDY + "/people").then().statusCode(200);
        as(guest).post(invitation("viewer") + "/mine").then().statusCode(303);
        as(guest).get("/studies/" + STUDY + "/people").then().statusCode(200);
    }

    private String invitation(String role) {
        return found(LINK, as(researcher).formParam("role", role).post("/studies/" + STUDY + "/people/invitations"));
    }

    @Test
    void aRevokedInvitationWorksNoLongerAndNobodyInvitesElsewhere() {
        String link = invitation("viewer");
        String page = as(researcher).get("/studies/" + STUDY + "/people").asString();
        Matcher id = Pattern.compile("/people/invitations/(\\d+)/revocation").matcher(page);
        assertThat(id.find()).isTrue();
        String other = accounts.token("shared other", Role.RESEARCHER);
        as(other)
                .post("/studies/" + STUDY + "/people/invitations/" + id.group(1) + "/revocation")
                .then()
                .statusCode(404);
        as(other)
                .contentType("application/json")
                .body("{\"slug\":\"shared-other\",\"template\":\"etudes\"}")
                .post("/api/studies");
        as(other)
                .post("/studies/shared-other/people/invitations/" + id.group(1) + "/revocation")
                .then()
                .statusCode(303);
        given().accept("text/html").get(link).then().statusCode(200);
        as(researcher)
                .post("/studies/" + STUDY + "/people/invitations/" + id.group(1) + "/revocation")
                .then()
                .statusCode(303);
        given().accept("text/html").get(link).then().statusCode(404);
        as(researcher)
                .formParam("role", "owner")
                .post("/studies/" + STUDY + "/people/invitations")
                .then()
                .statusCode(400);
    }

    @Test
    void whoIsLetInNoLongerOrDisabledIsOutAtOnce() {
        String guest = accounts.token("shared leaving", Role.VIEWER);
        accounts.member("shared leaving", STUDY, Role.VIEWER);
        long id = id("shared leaving");
        as(guest).get("/api/studies/" + STUDY).then().statusCode(200);
        as(researcher)
                .formParam("role", "none")
                .post("/studies/" + STUDY + "/people/" + id + "/role")
                .then()
                .statusCode(303);
        as(guest).get("/api/studies/" + STUDY).then().statusCode(404);
        as(guest).get("/api/studies").then().statusCode(200);
        as(owner.token())
                .formParam("state", "disabled")
                .post("/accounts/" + id + "/state")
                .then()
                .statusCode(303);
        as(guest).get("/api/studies").then().statusCode(401);
        as(owner.token())
                .formParam("state", "disabled")
                .post("/accounts/" + id("owner") + "/state")
                .then()
                .statusCode(400);
    }

    @Test
    void theOwnerGivesRolesAndLinksForNewPasswords() {
        String boss = owner.token();
        accounts.token("shared forgetful", Role.VIEWER);
        long id = id("shared forgetful");
        as(boss).formParam("role", "researcher")
                .post("/accounts/" + id + "/role")
                .then()
                .statusCode(303);
        String link = found(LINK, as(boss).post("/accounts/" + id + "/link"));
        Response in = given().redirects()
                .follow(false)
                .formParam("password", "a password not forgotten")
                .post(link);
        assertThat(in.statusCode()).isEqualTo(303);
        String cookie = in.cookie(TestOwner.COOKIE);
        as(cookie).get("/api/account").then().body("role", equalTo("researcher"));
        as(cookie)
                .formParam("old", "a wrong password")
                .formParam("password", "another password now")
                .post("/account/password")
                .then()
                .statusCode(400);
        as(cookie)
                .formParam("old", "a password not forgotten")
                .formParam("password", "another password now")
                .post("/account/password")
                .then()
                .statusCode(200);
        as(cookie).get("/api/account").then().statusCode(200);
    }

    @Test
    void aTokenDoesWhatItMayAndIsKeptOnlyAsAHash() {
        String reading = token("read", STUDY);
        String writing = token("write", "");
        by(reading).get("/api/studies/" + STUDY).then().statusCode(200);
        by(reading).get("/api/studies").then().statusCode(200).body("slug", equalTo(java.util.List.of(STUDY)));
        by(reading)
                .contentType("application/json")
                .body("{\"state\":\"paused\"}")
                .put("/api/studies/" + STUDY + "/state")
                .then()
                .statusCode(403);
        by(reading).get("/account").then().statusCode(403);
        by(writing)
                .contentType("application/json")
                .header("Origin", "https://elsewhere.example")
                .body("{\"slug\":\"by-script\",\"template\":\"etudes\"}")
                .post("/api/studies")
                .then()
                .statusCode(201);
        by(reading).get("/api/studies/by-script").then().statusCode(404);
        by(writing).get("/studies/" + STUDY + "/people").then().statusCode(403);
        by(reading).get("/api/account").then().statusCode(200).body("study", equalTo(STUDY));
        by(reading + "x").get("/api/account").then().statusCode(401).body("code", equalTo("bad-token"));
        String page = as(researcher).get("/account").asString();
        assertThat(page).doesNotContain(reading);
        Matcher id = Pattern.compile("/account/tokens/(\\d+)/end").matcher(page);
        while (id.find()) {
            as(researcher)
                    .post("/account/tokens/" + id.group(1) + "/end")
                    .then()
                    .statusCode(303);
        }
        by(reading).get("/api/account").then().statusCode(401);
    }

    private String token(String may, String study) {
        return found(
                TOKEN,
                as(researcher)
                        .formParam("name", "nightly " + may)
                        .formParam("may", may)
                        .formParam("study", study)
                        .formParam("days", "30")
                        .post("/account/tokens"));
    }

    @Test
    void theLogTellsWhoSawAndChangedWhatToThoseWhoMayKnow() {
        String guest = accounts.token("shared reader", Role.VIEWER);
        accounts.member("shared reader", STUDY, Role.VIEWER);
        as(guest).accept("text/html").get("/studies/" + STUDY).then().statusCode(200);
        as(guest)
                .contentType("application/json")
                .body("{}")
                .put("/api/studies/" + STUDY + "/state")
                .then()
                .statusCode(403);
        as(guest).get("/studies/" + STUDY + "/log").then().statusCode(403);
        as(researcher)
                .get("/studies/" + STUDY + "/log")
                .then()
                .statusCode(200)
                .body(containsString("shared reader"))
                .body(containsString("looked at a study"))
                .body(containsString("was refused"));
        as(researcher)
                .get("/studies/" + STUDY + "/log?deed=study-begun")
                .then()
                .body(not(containsString("<td>looked at a study")));
        as(owner.tokenByPassword()).get("/accounts/log").then().statusCode(200).body(containsString("signed in"));
        assertThat(log.read(new AuditLog.Filter(
                        Optional.of(STUDY), Optional.empty(), Optional.of(Deed.STUDY_BEGUN), Optional.empty())))
                .singleElement()
                .satisfies(entry -> assertThat(entry.account()).isEqualTo("shared researcher"));
    }

    @Test
    void nobodyChangesTheLog() throws SQLException {
        log.noteOf(Optional.empty(), Deed.SIGN_IN_FAILED, Optional.empty(), "for this test");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String change : new String[] {
                "update audit_entry set detail = ''", "delete from audit_entry", "truncate audit_entry"
            }) {
                assertThatThrownBy(() -> statement.execute(change))
                        .as(change)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("never changes");
            }
        }
    }

    private long id(String name) {
        return io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .call(() -> rows.named(name).orElseThrow().id);
    }
}
