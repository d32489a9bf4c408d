package org.antiphon.dashboard.export;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.function.UnaryOperator;
import org.antiphon.account.TestOwner;
import org.antiphon.generation.Browser;
import org.antiphon.study.rating.StudyFilling;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page that hands out the data of a study. */
@QuarkusTest
class DataPageIT {

    @Inject
    StudyFilling filling;

    @Inject
    TestOwner owner;

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

    private Page signedIn(int width, ColorScheme theme) {
        Page page = browser.tab(width, theme);
        page.context().addCookies(List.of(new Cookie(TestOwner.COOKIE, owner.token()).setUrl(root.toString())));
        return page;
    }

    @Test
    void handsOutWhatIsOrderedOnAPhoneAndAtADesk() throws IOException {
        filling.publish("etudes", "hand-out", UnaryOperator.identity());
        filling.begin(root, "hand-out", "questionnaire");
        for (int width : new int[] {Browser.PHONE, Browser.DESK}) {
            Page page = signedIn(width, ColorScheme.LIGHT);
            page.navigate("/studies/hand-out/data");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Give me the data")))
                    .hasCount(1);
            assertThat(page.getByText("webmushra-lss.csv")).hasCount(1);
            assertThat(page.getByText("webmushra-mushra.csv")).hasCount(0); // nobody was asked so
            Browser.isReadableInBothThemes(page);
        }
        Page page = signedIn(Browser.PHONE, ColorScheme.LIGHT);
        page.navigate("/studies/hand-out/data");
        page.getByLabel("Answers").selectOption("true");
        Download download = page.waitForDownload(() -> page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("ratings.csv").setExact(true))
                .click());
        assertThat(download.suggestedFilename()).isEqualTo("hand-out-ratings.csv");
        // somebody who has not finished: eight pages with three scales
        assertThat(Files.readAllLines(download.path())).hasSize(8 * 3 + 1);
        assertThat(browser.errorsBut()).isEmpty();
    }
}
