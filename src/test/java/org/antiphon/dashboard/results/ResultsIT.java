package org.antiphon.dashboard.results;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.antiphon.account.TestOwner;
import org.antiphon.dashboard.reading.RatingTable;
import org.antiphon.generation.Browser;
import org.antiphon.platform.ProblemException;
import org.antiphon.study.design.Examples;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of simulated participants of whom the truth is known. */
@QuarkusTest
class ResultsIT {

    @Inject
    TestOwner owner;

    @Inject
    DataSource database;

    @Inject
    EvidenceReader evidence;

    @Inject
    ResultsShelf shelf;

    @TestHTTPResource("/")
    URI root;

    private String token;

    @BeforeEach
    void signIn() {
        token = owner.token();
    }

    private Crowd published(String example, String slug) throws Exception {
        String yaml = new String(Examples.bytes(example), StandardCharsets.UTF_8);
        Crowd crowd = new Crowd(database, slug.hashCode());
        crowd.publish(Examples.accepted(yaml.replaceFirst("(?m)^id: " + example + "$", "id: " + slug)), slug);
        return crowd;
    }

    private JsonPath results(String slug, String query) {
        return given().cookie(TestOwner.COOKIE, token)
                .get("/api/studies/" + slug + "/results" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> row(JsonPath results, String figure, String where) {
        List<Map<String, Object>> rows = results.getList(
                "tasks.collect { it.see + it.sure }.flatten().find { it.name == '" + figure + "' }.rows");
        assertThat(rows).as(figure).isNotNull();
        return rows.stream()
                .filter(row -> row.values().stream().anyMatch(value -> where.equals(String.valueOf(value))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + where + " in " + rows));
    }

    private static double number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).doubleValue();
    }

    @Test
    void tellsMeansDifferencesAndAgreementOfRatings() throws Exception {
        Crowd crowd = published("etudes", "results-rated");
        crowd.come(28);
        crowd.measure("log-spectral-distance", "mel-snr");
        JsonPath results = results("results-rated", "");
        assertThat(results.getInt("sessions.counted")).isEqualTo(24);
        assertThat(results.getInt("sessions.excluded")).isEqualTo(4);
        Map<String, Object> best = row(results, "coherence-means", "performed");
        Map<String, Object> worst = row(results, "coherence-means", "exchanged");
        assertThat(number(best, "mean")).isGreaterThan(number(worst, "mean") + 1);
        assertThat(number(best, "low")).isLessThan(number(best, "mean"));
        assertThat(number(best, "participants")).isEqualTo(24);
        Map<String, Object> pair = row(results, "coherence-differences-quality", "exchanged");
        assertThat(number(pair, "low")).isGreaterThan(0);
        assertThat(number(pair, "p_holm")).isLessThan(0.01);
        assertThat(number(row(results, "coherence-agreement", "quality"), "value"))
                .isBetween(0.2, 1.0);
        assertThat(number(row(results, "coherence-metrics-quality", "mel-snr"), "spearman"))
                .isGreaterThan(0.3);
        assertThat(number(row(results, "coherence-power-quality", "exchanged"), "power"))
                .isBetween(0.05, 1.0);
        assertThat(number(row(results, "coherence-distribution-quality", "performed"), "ratings"))
                .isEqualTo(24 * 8);

        assertThat(number(
                        row(results("results-rated", "?include=excluded"), "coherence-means", "performed"),
                        "participants"))
                .isEqualTo(28);
        JsonPath grouped = results("results-rated", "?group=afterwards/plays");
        assertThat(number(row(grouped, "coherence-groups-quality", "never"), "participants"))
                .isBetween(1.0, 23.0);
    }

    @Test
    void readsOnlyWhatIsNewAndFindsTheSame() throws Exception {
        Crowd crowd = published("expression", "results-extended");
        crowd.come(9);
        Optional<String> group = Optional.empty();
        RatingTable first = evidence.read("results-extended", List.of(1), group, "", Optional.empty(), share -> {})
                .table();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into study_exclusion (session_id, excluded, reason, at) select s.id, true, 'A test', now()"
                            + " from study_session s join study y on y.id = s.study_id where y.slug = 'results-extended' and s.number = 3");
        }
        crowd.come(5);
        RatingTable later = evidence.read("results-extended", List.of(1), group, "", Optional.of(first), share -> {})
                .table();
        RatingTable anew = evidence.read("results-extended", List.of(1), group, "", Optional.empty(), share -> {})
                .table();
        assertThat(later.size()).isEqualTo(anew.size()).isGreaterThan(first.size());
        assertThat(later.numbers()).containsExactly(anew.numbers());
        assertThat(later.took()).containsExactly(anew.took());
        for (RatingTable.Column column : RatingTable.Column.values()) {
            assertThat(later.codes(column)).as(column.name()).containsExactly(anew.codes(column));
            assertThat(later.words(column).all()).isEqualTo(anew.words(column).all());
        }
    }

    @Test
    void tellsHowFarTheReadingIsInsteadOfKeepingPeopleWaiting() throws Exception {
        published("etudes", "results-awaited").come(9);
        ResultsQuery query = ResultsQuery.of(new MultivaluedHashMap<>());
        Optional<Looked> looked = shelf.soon("results-awaited", query, Duration.ZERO);
        assertThat(looked.orElseThrow())
                .isInstanceOfSatisfying(Looked.Reading.class, reading -> assertThat(reading.share())
                        .isBetween(0.0, 1.0));
        looked = shelf.soon("results-awaited", query, Duration.ofMinutes(1));
        assertThat(looked.orElseThrow()).isInstanceOfSatisfying(Looked.Ready.class, ready -> assertThat(
                        ready.results().sections())
                .isNotEmpty());
        assertThat(shelf.soon("results-awaited", query, Duration.ZERO).orElseThrow())
                .as("what is there already")
                .isInstanceOf(Looked.Ready.class);
    }

    @Test
    void tellsWhatIsWrongWithAWishHoweverShortOneWaits() throws Exception {
        published("etudes", "results-mistaken").come(2);
        MultivaluedHashMap<String, String> wish = new MultivaluedHashMap<>();
        wish.add("metric", "loudness-of-nothing");
        assertThatThrownBy(() -> shelf.soon("results-mistaken", ResultsQuery.of(wish), Duration.ofMinutes(1)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void screensAssessorsOfMushraWhenAskedTo() throws Exception {
        published("vocoders", "results-mushra").come(28);
        JsonPath off = results("results-mushra", "");
        JsonPath on = results("results-mushra", "?screening=on");
        Map<String, Object> screened = row(off, "fidelity-screening", "recording");
        assertThat(number(screened, "assessors_after")).isLessThanOrEqualTo(24);
        assertThat(number(screened, "mean_after")).isGreaterThan(number(screened, "mean_before"));
        assertThat(number(row(on, "fidelity-means", "recording"), "mean"))
                .isEqualTo(number(row(on, "fidelity-screening", "recording"), "mean_after"));
        assertThat(off.getString("tasks[0].sure[0].statement"))
                .contains("would leave")
                .contains("with them");
        assertThat(on.getString("tasks[0].sure[0].statement"))
                .contains(" leave:")
                .contains("without them");
    }

    @Test
    void ranksPreferencesAndCountsWhatWasRecognised() throws Exception {
        published("expression", "results-chosen").come(28);
        JsonPath results = results("results-chosen", "");
        assertThat(number(row(results, "liking-ranking", "performed"), "strength"))
                .isGreaterThan(0);
        assertThat(number(row(results, "liking-ranking", "retold"), "strength")).isLessThan(0);
        assertThat(number(row(results, "belonging-right", "performed"), "share"))
                .isGreaterThan(0.6);
        Map<String, Object> hits = row(results, "meaning-hits", "performed");
        assertThat(number(hits, "hit_rate")).isGreaterThan(number(row(results, "meaning-hits", "silent"), "hit_rate"));
        assertThat(number(hits, "chance")).isCloseTo(0.2, Offset.offset(1e-6));
        assertThat(number(row(results, "meaning-confusion-performed", "sad"), "sad"))
                .isGreaterThan(20);
        assertThat(row(results, "meaning-unbiased", "tender").get("hu")).isNotNull();
        assertThat(number(row(results, "meaning-affect", "performed"), "valence"))
                .isBetween(1.0, 9.0);
    }

    @Test
    void givesEachFigureAsPictureTableAndProgram() throws Exception {
        published("etudes", "results-files").come(8);
        JsonPath results = results("results-files", "");
        Map<String, String> links = results.getMap("tasks[0].see[0].links");
        assertThat(links).containsOnlyKeys("svg", "png", "csv", "R", "py");
        expect(links.get("svg"), "image/svg+xml", "<svg");
        expect(links.get("csv"), "text/csv;charset=UTF-8", "scale,condition,participants");
        expect(links.get("R"), "text/plain;charset=UTF-8", "scales <- c(\"emotional-coherence\"");
        expect(links.get("py"), "text/plain;charset=UTF-8", "scales = [\"emotional-coherence\"");
        byte[] png = given().cookie(TestOwner.COOKIE, token)
                .get(links.get("png"))
                .then()
                .contentType("image/png")
                .extract()
                .asByteArray();
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        List<String> all = results.getList("tasks.collect { it.see + it.sure }.flatten().links.R");
        for (String address : all) {
            expect(address, "text/plain;charset=UTF-8", "read_table");
        }
    }

    private void expect(String address, String type, String content) {
        given().cookie(TestOwner.COOKIE, token)
                .get(address)
                .then()
                .statusCode(200)
                .contentType(type)
                .header("Content-Disposition", containsString("attachment"))
                .body(containsString(content));
    }

    @Test
    void refusesWishesThatItDoesNotUnderstand() throws Exception {
        published("etudes", "results-wishes").come(6);
        for (String query : List.of(
                "version=x",
                "version=0",
                "include=some",
                "screening=maybe",
                "seed=-1",
                "group=plays",
                "group=afterwards/none",
                "metric=loudness",
                "colour=red",
                "seed=1&seed=2")) {
            given().cookie(TestOwner.COOKIE, token)
                    .get("/api/studies/results-wishes/results?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("detail", containsString(query.substring(0, query.indexOf('='))));
        }
        String figure = "/api/studies/results-wishes/figures/";
        given().cookie(TestOwner.COOKIE, token)
                .get(figure + "coherence-means.svg?width=9")
                .then()
                .statusCode(400);
        given().cookie(TestOwner.COOKIE, token)
                .get(figure + "nothing.svg")
                .then()
                .statusCode(404);
        given().cookie(TestOwner.COOKIE, token)
                .get(figure + "coherence-means.exe")
                .then()
                .statusCode(404);
        given().cookie(TestOwner.COOKIE, token)
                .get("/api/studies/results-wishes/results?version=2")
                .then()
                .statusCode(404);
        given().cookie(TestOwner.COOKIE, token)
                .get("/api/studies/no-such/results")
                .then()
                .statusCode(404);
    }

    @Test
    void letsNobodyInWhoIsNotSignedIn() {
        given().get("/api/studies/any/results").then().statusCode(401);
        given().get("/api/studies/any/figures/x.svg").then().statusCode(401);
        given().redirects()
                .follow(false)
                .accept("text/html")
                .get("/studies/any/results")
                .then()
                .statusCode(303);
    }

    @Test
    void saysNothingTwiceToWhoHasSeenIt() throws Exception {
        Crowd crowd = published("etudes", "results-tagged");
        crowd.come(6);
        String path = "/api/studies/results-tagged/results";
        String tag = given().cookie(TestOwner.COOKIE, token).get(path).header("ETag");
        given().cookie(TestOwner.COOKIE, token)
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(304);
        crowd.come(1);
        // on a busy machine what there was is shown until the rest is computed
        int status = 304;
        for (int i = 0; i < 60 && status == 304; i++) {
            LockSupport.parkNanos(1_000_000_000);
            status = given().cookie(TestOwner.COOKIE, token)
                    .header("If-None-Match", tag)
                    .get(path)
                    .statusCode();
        }
        assertThat(status).isEqualTo(200);
    }

    @Test
    void isReadOnAPhoneAndAtADeskAndRenewsItselfInPlace() throws Exception {
        Crowd crowd = published("etudes", "results-page");
        crowd.come(12);
        crowd.measure("log-spectral-distance");
        try (Browser browser = Browser.at(root)) {
            Page phone = signedIn(browser.tab(Browser.PHONE, ColorScheme.LIGHT));
            phone.navigate("/studies/results-page/results");
            PlaywrightAssertions.assertThat(
                            phone.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("How sure")))
                    .hasCount(1);
            Browser.isReadableInBothThemes(phone);
            Page page = signedIn(browser.desk());
            page.navigate("/studies/results-page/results");
            Browser.fitsItsWidth(page);
            Locator table = page.locator("#table-coherence-means");
            table.locator("summary").focus();
            page.keyboard().press("Enter");
            PlaywrightAssertions.assertThat(table).hasAttribute("open", "");
            Browser.findsNothingSerious(page);
            Locator read = page.locator("#figure-coherence-agreement h4");
            read.scrollIntoViewIfNeeded();
            double before = read.boundingBox().y;
            crowd.come(2);
            PlaywrightAssertions.assertThat(page.locator("#progress")).containsText("12 of 400");
            PlaywrightAssertions.assertThat(table).hasAttribute("open", "");
            assertThat(read.boundingBox().y).isBetween(before - 2, before + 2);
            assertThat(browser.errorsBut()).isEmpty();
        }
    }

    @Test
    void teachesWhereThereIsNothingToSee() throws Exception {
        published("etudes", "results-empty");
        try (Browser browser = Browser.at(root)) {
            Page page = signedIn(browser.tab(Browser.PHONE, ColorScheme.LIGHT));
            page.navigate("/studies/results-empty/results");
            PlaywrightAssertions.assertThat(page.getByText("Nobody who counts has answered yet."))
                    .isVisible();
            Browser.findsNothingSerious(page);
            Browser.fitsItsWidth(page);
        }
    }

    private Page signedIn(Page page) {
        page.context().addCookies(List.of(new Cookie(TestOwner.COOKIE, token).setUrl(root.toString())));
        return page;
    }
}
