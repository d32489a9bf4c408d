package org.antiphon.generation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.antiphon.metric.MetricCard;
import org.antiphon.metric.Metrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page that says what the numbers can and cannot tell. */
@QuarkusTest
class MetricsPageIT {

    @TestHTTPResource("/")
    URI root;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = Browser.at(root);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void explainsEveryMetricFromItsCard() {
        String page = given().accept("text/html")
                .get("/about/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        for (MetricCard card : Metrics.cards()) {
            assertThat(page).contains("id=\"" + card.name() + "\"").contains("version " + card.version());
        }
        assertThat(page)
                .contains("OPTICOM")
                .contains("Silence")
                .contains("Shuffled")
                .contains("Ceiling");
    }

    @Test
    void isReadableInBothThemesAndFitsAPhone() {
        Page page = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
        page.navigate("/about/metrics#snr");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("What these numbers say")))
                .hasCount(1);
        Browser.isReadableInBothThemes(page);
        assertThat(browser.errorsBut()).isEmpty();
    }

    @Test
    void isReachedFromTheFooterOfEveryPage() {
        Page page = browser.desk();
        page.navigate("/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What the numbers say"))
                .click();
        page.waitForURL("**/about/metrics");
        assertThat(browser.errorsBut()).isEmpty();
    }
}
