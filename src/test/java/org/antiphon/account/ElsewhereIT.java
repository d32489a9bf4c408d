package org.antiphon.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody signs in at a provider, as a browser does it, with a link or without, honestly or not. */
@QuarkusTest
@TestProfile(ElsewhereIT.Configured.class)
class ElsewhereIT {

    private static final String KEPT = "antiphon-elsewhere";
    private static PlayedProvider played;

    /** A server that is told of a provider. */
    public static class Configured implements QuarkusTestProfile {
        @Override
        public java.util.List<TestResourceEntry> testResources() {
            return java.util.List.of(new TestResourceEntry(Playing.class));
        }
    }

    /** Starts the provider before the server, which is told where it is. */
    public static class Playing implements QuarkusTestResourceLifecycleManager {
        private PlayedProvider provider;

        @Override
        public Map<String, String> start() {
            provider = new PlayedProvider();
            played = provider;
            return Map.of(
                    "antiphon.oidc.issuer", provider.issuer,
                    "antiphon.oidc.client-id", PlayedProvider.CLIENT,
                    "antiphon.oidc.client-secret", PlayedProvider.SECRET,
                    "antiphon.oidc.name", "the Institute",
                    "antiphon.oidc.domain", "Institute.example");
        }

        @Override
        public void inject(Object test) {
            played = provider;
        }

        @Override
        public void stop() {
            provider.close();
        }
    }

    @Inject
    TestOwner owner;

    @Inject
    TestAccounts accounts;

    @Inject
    Invitations invitations;

    @Inject
    AccountRows rows;

    @Inject
    PasswordHashes hashes;

    /** What the browser has after it was sent away. */
    private record Away(Map<String, String> asked, String cookie) {}

    private Away away(String to) {
        Response sent = given().redirects().follow(false).queryParam("to", to).get("/sign-in/elsewhere");
        assertThat(sent.statusCode()).isEqualTo(303);
        URI there = URI.create(sent.header("Location"));
        assertThat(there.toString()).startsWith(played.issuer + "/authorize?");
        assertThat(sent.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/sign-in/elsewhere");
        return new Away(played.asked(there), sent.cookie(KEPT));
    }

    private Response back(String cookie, String state) {
        return given().redirects()
                .follow(false)
                .cookie(KEPT, cookie)
                .queryParam("code", PlayedProvider.CODE)
                .queryParam("state", state)
                .get("/sign-in/elsewhere/back");
    }

    private Response signIn(String to, String subject, String name, String email, boolean verified) throws Exception {
        Away away = away(to);
        played.idToken = PlayedProvider.signed(
                played.key,
                played.claims(away.asked().get("nonce"))
                        .subject(subject)
                        .claim("name", name)
                        .claim("email", email)
                        .claim("email_verified", verified)
                        .build());
        return back(away.cookie(), away.asked().get("state"));
    }

    private String invitation(Role role) {
        long by = QuarkusTransaction.requiringNew().call(() -> rows.owner().orElseThrow().id);
        Who who = new Who(by, "owner", Role.OWNER, Optional.empty());
        return invitations.make(who, new Invitations.Gift(role, Optional.empty()), "for somebody elsewhere");
    }

    @Test
    void thePagesOfSigningInAndOfInvitationsLeadThere() {
        owner.token();
        given().get("/sign-in").then().statusCode(200).body(containsString("Sign in with the Institute"));
        given().get("/join/" + invitation(Role.VIEWER))
                .then()
                .statusCode(200)
                .body(containsString("Come in with the Institute"));
    }

    @Test
    void whoHoldsALinkGetsAnAccountOnceAndIsKnownAfterwards() throws Exception {
        owner.token();
        String link = invitation(Role.RESEARCHER);
        Response first = signIn("/join/" + link, "grace", "Grace", "grace@elsewhere.example", true);
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.header("Location")).endsWith("/studies");
        given().cookie(SignInPages.COOKIE, first.cookie(SignInPages.COOKIE))
                .get("/account")
                .then()
                .statusCode(200)
                .body(containsString("Grace"));
        // another name and address at the provider: still the same person
        Response again = signIn("/account", "grace", "Grace H.", "somebody@new.example", false);
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(again.header("Location")).endsWith("/account");
        given().cookie(SignInPages.COOKIE, again.cookie(SignInPages.COOKIE))
                .get("/account")
                .then()
                .body(containsString("Grace"), not(containsString("Grace H.")));
        // the link has been used
        assertThat(signIn("/join/" + link, "other", "Other", "other@elsewhere.example", true)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void onlyAVerifiedAddressOfTheDomainComesInUninvited() throws Exception {
        owner.token();
        assertThat(signIn("/studies", "ida", "Ida", "Ida@INSTITUTE.example", true)
                        .statusCode())
                .isEqualTo(303);
        assertThat(signIn("/studies", "eve", "Eve", "eve@institute.example", false)
                        .statusCode())
                .isEqualTo(403);
        assertThat(signIn("/studies", "eva", "Eva", "eva@evil-institute.example", true)
                        .statusCode())
                .isEqualTo(403);
        assertThat(signIn("/studies", "evi", "Evi", "evi@institute.example.evil", true)
                        .statusCode())
                .isEqualTo(403);
        String role = QuarkusTransaction.requiringNew()
                .call(() -> rows.of(played.issuer, "ida").orElseThrow().role);
        assertThat(role).isEqualTo(Role.VIEWER.label());
    }

    @Test
    void aNameThatSomebodyHereHasIsNotTheirAccount() throws Exception {
        accounts.token("Mary", Role.RESEARCHER);
        Response in = signIn("/studies", "mallory", "Mary", "mallory@institute.example", true);
        assertThat(in.statusCode()).isEqualTo(303);
        given().cookie(SignInPages.COOKIE, in.cookie(SignInPages.COOKIE))
                .get("/account")
                .then()
                .body(containsString("Mary 2"));
    }

    @Test
    void whoWasShutOutStaysOut() throws Exception {
        owner.token();
        assertThat(signIn("/studies", "dora", "Dora", "dora@institute.example", true)
                        .statusCode())
                .isEqualTo(303);
        QuarkusTransaction.requiringNew()
                .run(() -> rows.of(played.issuer, "dora").orElseThrow().disabledAt = java.time.Instant.EPOCH);
        assertThat(signIn("/studies", "dora", "Dora", "dora@institute.example", true)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatAnotherBrowserBeganOrWasUsedAlreadySignsNobodyIn() throws Exception {
        owner.token();
        Away mine = away("/studies");
        Away theirs = away("/studies");
        played.idToken = PlayedProvider.signed(
                played.key, played.claims(theirs.asked().get("nonce")).build());
        assertThat(back(mine.cookie(), theirs.asked().get("state")).statusCode())
                .isEqualTo(401);
        assertThat(given().queryParam("code", PlayedProvider.CODE)
                        .queryParam("state", theirs.asked().get("state"))
                        .get("/sign-in/elsewhere/back")
                        .statusCode())
                .isEqualTo(401);
        Response in = back(theirs.cookie(), theirs.asked().get("state"));
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.detailedCookie(KEPT).getMaxAge()).isZero();
        assertThat(back(theirs.cookie(), theirs.asked().get("state")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void nobodyIsLedToAnotherSite() throws Exception {
        owner.token();
        for (String to : new String[] {"https://evil.example", "//evil.example", "/\\evil.example", "/a~b"}) {
            Response in = signIn(to, "ida", "Ida", "ida@institute.example", true);
            assertThat(in.header("Location")).endsWith("/studies").doesNotContain("evil");
        }
    }

    /** The browser of somebody who is signed in by password, sent to the provider with the password given again. */
    private Away linking(String session, String password) {
        Response sent = given().cookie(SignInPages.COOKIE, session)
                .formParam("password", password)
                .post("/account/elsewhere");
        assertThat(sent.statusCode()).isEqualTo(200);
        String there = sent.htmlPath().getString("**.find { it.text() == 'Go on to the Institute' }.@href");
        return new Away(played.asked(URI.create(there)), sent.cookie(KEPT));
    }

    private Response linked(Away away, String subject, String session) throws Exception {
        played.idToken = PlayedProvider.signed(
                played.key,
                played.claims(away.asked().get("nonce"))
                        .subject(subject)
                        .claim("name", "Whoever")
                        .build());
        var request = given().redirects()
                .follow(false)
                .cookie(KEPT, away.cookie())
                .queryParam("code", PlayedProvider.CODE)
                .queryParam("state", away.asked().get("state"));
        return (session.isEmpty() ? request : request.cookie(SignInPages.COOKIE, session))
                .get("/sign-in/elsewhere/back");
    }

    private void password(String name, String password) {
        String hash = hashes.of(password);
        QuarkusTransaction.requiringNew().run(() -> rows.named(name).orElseThrow().passwordHash = hash);
    }

    @Test
    void whoHasAPasswordLinksTheAccountAndComesInEitherWayUntilItIsTakenBack() throws Exception {
        owner.token();
        String session = accounts.token("Lise", Role.RESEARCHER);
        password("Lise", "eleven small herons");
        given().cookie(SignInPages.COOKIE, session)
                .get("/account")
                .then()
                .body(containsString("Link with the Institute"));
        assertThat(linked(linking(session, "eleven small herons"), "lise", session)
                        .statusCode())
                .isEqualTo(303);
        Response in = signIn("/account", "lise", "Lise M.", "lise@elsewhere.example", false);
        given().cookie(SignInPages.COOKIE, in.cookie(SignInPages.COOKIE))
                .get("/account")
                .then()
                .body(containsString("<h1>Lise</h1>"), containsString("Only with the password again"));
        given().redirects()
                .follow(false)
                .cookie(SignInPages.COOKIE, session)
                .post("/account/elsewhere/end")
                .then()
                .statusCode(303);
        assertThat(signIn("/account", "lise", "Lise M.", "lise@elsewhere.example", false)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void nobodyLinksAnAccountWithoutItsPasswordItsBrowserAndAFreePerson() throws Exception {
        owner.token();
        String session = accounts.token("Otto", Role.VIEWER);
        password("Otto", "nine quiet glaciers");
        given().cookie(SignInPages.COOKIE, session)
                .formParam("password", "wrong")
                .post("/account/elsewhere")
                .then()
                .statusCode(400)
                .body(containsString("The password is wrong"));
        given().formParam("password", "nine quiet glaciers")
                .post("/account/elsewhere")
                .then()
                .statusCode(401);
        given().header("Sec-Fetch-Site", "cross-site")
                .cookie(SignInPages.COOKIE, session)
                .formParam("password", "nine quiet glaciers")
                .post("/account/elsewhere")
                .then()
                .statusCode(403);
        String other = accounts.token("Fritz", Role.VIEWER);
        for (String another : new String[] {"", other}) {
            assertThat(linked(linking(session, "nine quiet glaciers"), "otto", another)
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(signIn("/studies", "taken", "Taken", "taken@institute.example", true)
                        .statusCode())
                .isEqualTo(303);
        assertThat(linked(linking(session, "nine quiet glaciers"), "taken", session)
                        .statusCode())
                .isEqualTo(409);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> rows.named("Otto").orElseThrow().oidcSubject))
                .isNull();
    }
}
