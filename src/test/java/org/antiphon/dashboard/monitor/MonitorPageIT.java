package org.antiphon.dashboard.monitor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.antiphon.account.TestOwner;
import org.antiphon.generation.Browser;
import org.antiphon.study.design.Examples;
import org.antiphon.study.rating.TestStudies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages on which a study is watched, on a desk and on a phone; and how soon they know of a million ratings. */
@QuarkusTest
class MonitorPageIT {

    /** {@code -Dratings=1000000} makes them as many as are wished. */
    private static final int RATINGS = Integer.getInteger("ratings", 60 * Filled.RATINGS);

    private static final String LIST = "/studies/watched/participants";

    @Inject
    TestOwner owner;

    @Inject
    TestStudies studies;

    @Inject
    AgroalDataSource database;

    @Inject
    Remembering remembering;

    @Inject
    Editions editions;

    @Inject
    SessionRows rows;

    @Inject
    Traces traces;

    @Inject
    Memory memory;

    @Inject
    Recollections recollections;

    @Inject
    Ruling ruling;

    @Inject
    Clock clock;

    @TestHTTPResource("/")
    URI root;

    private static boolean filled;

    private Browser browser;

    @BeforeEach
    void open() throws Exception {
        if (!filled) {
            filled = true;
            try (Connection connection = database.getConnection()) {
                Filled.fill(connection, "watched", RATINGS / Filled.RATINGS);
            }
        }
        browser = Browser.at(root);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private Page page(int width, ColorScheme theme) {
        Page page = browser.tab(width, theme);
        page.context().addCookies(List.of(new Cookie(TestOwner.COOKIE, owner.token()).setUrl(root.toString())));
        return page;
    }

    @Test
    void fitsPhonesAndDesksAndCanBeReadByEverybody() {
        for (int width : new int[] {Browser.PHONE, Browser.DESK}) {
            Page page = page(width, ColorScheme.LIGHT);
            page.navigate("/studies/watched/monitor");
            assertThat(page.getByText("completed").first()).isVisible();
            page.waitForSelector(".chart svg");
            Browser.isReadableInBothThemes(page);
            page.navigate(LIST + "?flag=any");
            page.waitForSelector(".persons a");
            Browser.isReadableInBothThemes(page);
            page.locator(".persons a").first().click();
            page.waitForSelector(".path svg");
            Browser.isReadableInBothThemes(page);
            page.context().close();
        }
        assertThat(browser.errorsBut()).isEmpty();
    }

    private static void looksRight(Page page) {
        Browser.fitsItsWidth(page);
        Browser.findsNothingSerious(page);
    }

    @Test
    void teachesWhatToDoWhileNobodyHasBegun() {
        studies.publish(Examples.SMALL.replaceFirst("(?m)^id: small$", "id: watched-empty"), 5);
        Page page = page(Browser.PHONE, ColorScheme.LIGHT);
        page.navigate("/studies/watched-empty/monitor");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("/s/watched-empty")))
                .isVisible();
        looksRight(page);
        page.navigate("/studies/watched-empty/participants");
        assertThat(page.getByText("Nobody has begun yet.")).isVisible();
        looksRight(page);
        assertThat(browser.errorsBut()).isEmpty();
    }

    @Test
    void leavesSomebodyOutAndTakesThemInAgainByKeyboard() {
        Page page = page(Browser.DESK, ColorScheme.LIGHT);
        page.navigate(LIST + "?counted=open");
        Locator first = page.locator(".persons a").first();
        String pseudonym = first.textContent();
        first.focus();
        page.keyboard().press("Enter");
        decide(page, "Why they are left out", "Does not listen", "The answers are left out of the results.");
        decide(page, "Why they are taken in again", "Was somebody else", "The answers count, by hand.");
        assertThat(page.locator(".history li")).hasCount(2);
        page.navigate(LIST + "?name=" + pseudonym);
        assertThat(page.locator(".persons")).containsText("taken in");
        assertThat(browser.errorsBut()).isEmpty();
    }

    private static void decide(Page page, String field, String reason, String then) {
        page.getByLabel(field).focus();
        page.keyboard().type(reason);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByText(then)).isVisible();
    }

    private Watched watched() {
        return editions.find("watched", Optional.empty()).orElseThrow();
    }

    /** Somebody goes on, so that all that was counted of the study is to be counted again. */
    private void somebodyAnswers() throws Exception {
        try (Connection connection = database.getConnection();
                java.sql.Statement statement = connection.createStatement()) {
            int answered = statement.executeUpdate("""
                    with going as (
                        select s.id, s.edition, max(a.place) as place from study_session s join answer a on a.session_id = s.id
                        join study y on y.id = s.study_id
                        where y.slug = 'watched' and s.status = 'going' group by s.id having max(a.place) between 3 and 100
                        order by s.id limit 1
                    ), seen as (
                        update study_session set seen_at = now() where id = (select id from going)
                    )
                    insert into answer (session_id, edition, place, step, key, given, took_ms, saved_at)
                    select id, edition, place + 1, 'trial-main-' || place - 1, gen_random_uuid(),
                        '{"values": {"quality": 4, "emotion": 6}}', 7000, now() from going""");
            assertThat(answered).isEqualTo(1);
        }
    }

    @Test
    void knowsOfManyRatingsWithinASecond() throws Exception {
        double raw = seconds(this::asked);
        remembering.now();
        double[] unchanged = times(() -> {
            letWhatIsSharedPass();
            return seconds(this::asked);
        });
        double[] changed = times(() -> {
            letWhatIsSharedPass();
            somebodyAnswers();
            return seconds(this::asked);
        });
        // all that a start forgets
        remembering.now();
        Overview counted = Overviewing.of(new Watches(rows, traces, memory, clock).look(watched()));
        assertThat(recollections.of(watched()).orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("at", "progress.estimate")
                .isEqualTo(counted);
        double[] afterStart = times(() -> seconds(() -> {
            Monitor fresh =
                    new Monitor(editions, new Watches(rows, traces, memory, clock), recollections, ruling, clock);
            assertThat(fresh.overview("watched", Optional.empty()).progress().begun())
                    .isEqualTo(RATINGS / Filled.RATINGS);
        }));
        System.out.printf(
                "%d ratings: from the rows alone the overview took %.2f s; after a start %.2f s, unchanged %.2f s, after a change"
                        + " %.2f s in the middle (at most %.2f, %.2f and %.2f s)%n",
                RATINGS, raw, afterStart[2], unchanged[2], changed[2], afterStart[4], unchanged[4], changed[4]);
        somebodyAnswers();
        assertThat(recollections.of(watched()))
                .as("what was counted before somebody went on")
                .isEmpty();
        assertThat(afterStart[2]).isLessThan(1);
        assertThat(unchanged[2]).isLessThan(1);
        assertThat(changed[2]).isLessThan(1);
    }

    /** The results of the same: what is read once is not read again, whatever is looked at and whoever is left out. */
    @Test
    void readsManyRatingsOnceForTheirResults() throws Exception {
        double first = seconds(() -> results(""));
        double selected = seconds(() -> results("?include=excluded"));
        double drawn = seconds(() -> results("?seed=2"));
        try (Connection connection = database.getConnection();
                java.sql.Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into study_exclusion (session_id, excluded, reason, at) select min(s.id), true, 'A test', now()"
                            + " from study_session s join study y on y.id = s.study_id where y.slug = 'watched'");
        }
        double changed = seconds(() -> results("?seed=3"));
        System.out.printf(
                "%d ratings: the results took %.2f s the first time, %.2f s with others included, %.2f s with another seed, %.2f s"
                        + " after somebody was left out%n",
                RATINGS, first, selected, drawn, changed);
    }

    private void results(String query) {
        io.restassured.RestAssured.given()
                .cookie(TestOwner.COOKIE, owner.token())
                .get("/api/studies/watched/results" + query)
                .then()
                .statusCode(200);
    }

    private void asked() {
        io.restassured.RestAssured.given()
                .cookie(TestOwner.COOKIE, owner.token())
                .get("/api/studies/watched/monitor")
                .then()
                .statusCode(200);
    }

    private static double[] times(java.util.concurrent.Callable<Double> each) throws Exception {
        double[] times = new double[5];
        for (int i = 0; i < times.length; i++) {
            times[i] = each.call();
        }
        java.util.Arrays.sort(times);
        return times;
    }

    /** What was counted within the last second is told to everybody who asks. */
    private static void letWhatIsSharedPass() {
        java.util.concurrent.locks.LockSupport.parkNanos(1_100_000_000L);
    }

    private static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
