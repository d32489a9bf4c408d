package org.antiphon.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Signing in and out, as browsers and those who are none meet it. */
@QuarkusTest
class SignInIT {

    @Inject
    TestOwner owner;

    @Inject
    SigningIn signingIn;

    @Inject
    Sessions sessions;

    @Test
    void sendsPeopleToTheSignInPageAndTellsProgramsWhy() {
        given().redirects()
                .follow(false)
                .accept("text/html")
                .get("/studies/one")
                .then()
                .statusCode(303)
                .header("Location", containsString("/sign-in?to=%2Fstudies%2Fone"));
        given().get("/api/studies").then().statusCode(401).contentType("application/problem+json");
        signedIn("made-up").get("/api/studies").then().statusCode(401);
    }

    @Test
    void refusesChangesThatAnotherSitesPageSends() {
        String token = owner.token();
        signedIn(token).get("/api/studies").then().statusCode(200);
        signedIn(token)
                .header("Origin", "https://evil.example")
                .contentType("application/json")
                .body("{\"slug\":\"theirs\",\"template\":\"etudes\"}")
                .post("/api/studies")
                .then()
                .statusCode(403);
    }

    @Test
    void givesACookieThatScriptsCannotReadAndForgetsItEverywhere() {
        String one = owner.token();
        Response in = given().redirects()
                .follow(false)
                .formParam("name", "OWNER")
                .formParam("password", "a password for tests")
                .formParam("to", "//evil.example")
                .post("/sign-in");
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.header("Location")).endsWith("/studies");
        assertThat(in.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/");
        String other = in.cookie(TestOwner.COOKIE);
        signedIn(other).redirects().follow(false).formParam("everywhere", "yes").post("/sign-out");
        assertThat(sessions.who(one)).isEmpty();
        assertThat(sessions.who(other)).isEmpty();
    }

    @Test
    void lookingAtNobodysLinkTellsThatItWorksNoLonger() {
        given().accept("text/html")
                .get("/welcome/unknown")
                .then()
                .statusCode(404)
                .body(containsString("works no longer"));
    }

    @Test
    void letsNobodyGoOnGuessing() {
        for (int i = 0; i < 10; i++) {
            assertThat(signingIn.signIn("nobody-" + i, "guess", "203.0.113.7", ""))
                    .isEmpty();
        }
        assertThat(catchThrowable(() -> signingIn.signIn("nobody", "guess", "203.0.113.7", "")))
                .hasMessageContaining("Too many attempts");
    }

    @Test
    void letsNobodyGuessMoreOftenByGuessingAllAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> guesses = IntStream.range(0, 24)
                .mapToObj(i -> (Callable<Boolean>) () ->
                        catchThrowable(() -> signingIn.signIn("somebody-" + i, "guess", "203.0.113.8", "")) == null)
                .toList();
        int answered = 0;
        for (Future<Boolean> guess : threads.invokeAll(guesses)) {
            answered += guess.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(answered).isBetween(1, 10);
    }

    @Test
    void aTokenThatSomebodyElseHasPutIntoTheBrowserIsNobodys() {
        String own = owner.token();
        assertThat(sessions.who(own)).isPresent();
        String planted = "planted-by-somebody-else";
        Response in = given().cookie(TestOwner.COOKIE, planted)
                .redirects()
                .follow(false)
                .formParam("name", "owner")
                .formParam("password", "a password for tests")
                .post("/sign-in");
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.cookie(TestOwner.COOKIE)).isNotBlank().isNotEqualTo(planted);
        assertThat(sessions.who(planted)).isEmpty();
        assertThat(sessions.who(in.cookie(TestOwner.COOKIE))).isPresent();
    }

    private static RequestSpecification signedIn(String token) {
        return given().cookie(TestOwner.COOKIE, token);
    }
}
