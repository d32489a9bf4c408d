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
import java.util.List;
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
            for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                Page page = page(width, theme);
                page.navigate("/studies/watched/monitor");
                assertThat(page.getByText("completed").first()).isVisible();
                page.waitForSelector(".chart svg");
                looksRight(page);
                page.navigate(LIST + "?flag=any");
                page.waitForSelector(".persons a");
                looksRight(page);
                page.locator(".persons a").first().click();
                page.waitForSelector(".path svg");
                looksRight(page);
                page.context().close();
            }
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

    @Test
    void knowsOfManyRatingsWithinASecondOnceItIsWarm() {
        String cookie = owner.token();
        double[] times = new double[6];
        for (int i = 0; i < times.length; i++) {
            long begin = System.nanoTime();
            io.restassured.RestAssured.given()
                    .cookie(TestOwner.COOKIE, cookie)
                    .get("/api/studies/watched/monitor")
                    .then()
                    .statusCode(200);
            times[i] = (System.nanoTime() - begin) / 1e9;
            // what was counted within the last second is shared
            java.util.concurrent.locks.LockSupport.parkNanos(1_100_000_000L);
        }
        java.util.Arrays.sort(times, 1, times.length);
        System.out.printf(
                "%d ratings: the overview took %.2f s the first time, then %.2f s in the middle and %.2f s at most%n",
                RATINGS, times[0], times[3], times[5]);
        assertThat(times[3]).isLessThan(1);
    }
}
