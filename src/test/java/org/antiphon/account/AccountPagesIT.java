package org.antiphon.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.antiphon.generation.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of accounts, as people meet them: no console tells of anything that the policy of the pages refused. */
@QuarkusTest
class AccountPagesIT {

    private static final String STUDY = "with-people";

    @TestHTTPResource("/")
    URI root;

    @Inject
    TestOwner owner;

    @Inject
    TestAccounts accounts;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = Browser.at(root);
        accounts.token("Ada Researcher", Role.RESEARCHER);
        RestAssured.given()
                .cookie(TestOwner.COOKIE, owner.token())
                .contentType("application/json")
                .body("{\"slug\":\"" + STUDY + "\",\"template\":\"etudes\"}")
                .post("/api/studies");
        accounts.member("Ada Researcher", STUDY, Role.VIEWER);
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
    void allOfThemAreReadableInBothThemesAndFitAPhoneAndADesk() {
        for (int width : new int[] {Browser.PHONE, Browser.DESK}) {
            Page page = signedIn(width, ColorScheme.LIGHT);
            for (String path : List.of(
                    "/account",
                    "/accounts",
                    "/accounts/log",
                    "/studies",
                    "/studies/" + STUDY,
                    "/studies/" + STUDY + "/people",
                    "/studies/" + STUDY + "/log",
                    "/sign-in")) {
                page.navigate(path);
                assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                        .hasCount(1);
                if (width == Browser.PHONE) {
                    Browser.isReadableInBothThemes(page);
                } else {
                    Browser.fitsItsWidth(page);
                    Browser.show(page, ColorScheme.DARK);
                    Browser.fitsItsWidth(page);
                    Browser.show(page, ColorScheme.LIGHT);
                }
            }
            page.context().close();
        }
        assertThat(browser.errorsBut()).isEmpty();
    }

    @Test
    void aResearcherIsInvitedByKeyboardAndComesIn() {
        Page page = signedIn(Browser.DESK, ColorScheme.LIGHT);
        page.navigate("/studies/" + STUDY + "/people");
        Locator note = page.getByLabel("Whom it is for");
        note.focus();
        page.keyboard().type("Grace");
        page.keyboard().press("Tab");
        page.keyboard().type("Researcher");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        Locator link = page.getByLabel("Link", new Page.GetByLabelOptions().setExact(true));
        assertThat(link).isVisible();
        Page guest = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
        guest.navigate(URI.create(link.inputValue()).getPath());
        assertThat(guest.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("You are invited")))
                .isVisible();
        Browser.findsNothingSerious(guest);
        Browser.fitsItsWidth(guest);
        guest.getByLabel("Name").fill("grace");
        guest.getByLabel("Password").fill("a password of Grace");
        guest.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make an account"))
                .click();
        guest.waitForURL("**/studies/" + STUDY);
        page.reload();
        assertThat(page.getByText("grace")).not().hasCount(0);
        assertThat(browser.errorsBut()).isEmpty();
    }

    @Test
    void aTokenIsShownOnce() {
        Page page = signedIn(Browser.DESK, ColorScheme.LIGHT);
        page.navigate("/account");
        page.getByLabel("What it is for").fill("nightly export");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make a token"))
                .click();
        String token = page.getByLabel("Token", new Page.GetByLabelOptions().setExact(true))
                .inputValue();
        assertThat(token).startsWith("antiphon_");
        page.navigate("/account");
        assertThat(page.content()).contains("nightly export").doesNotContain(token);
        assertThat(browser.errorsBut()).isEmpty();
    }
}
