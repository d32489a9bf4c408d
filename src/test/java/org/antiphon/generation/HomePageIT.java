package org.antiphon.generation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first page, as a visitor meets it. */
@QuarkusTest
class HomePageIT {

    private static final String SAMPLES =
            "\"samples\":[{\"id\":\"one\",\"title\":\"Violin, tender\",\"performer\":\"vn\","
                    + "\"intention\":\"tender\",\"direction\":\"video-to-sound\",\"poster\":\"/favicon.svg\",\"media\":\"/x\"},"
                    + "{\"id\":\"two\",\"title\":\"Vibraphone, sad\",\"performer\":\"vib\",\"intention\":\"sad\","
                    + "\"direction\":\"sound-to-video\",\"poster\":\"/favicon.svg\",\"media\":\"/y\"}]";

    @TestHTTPResource("/")
    URI root;

    private Browser browser;
    private TestMedia media;

    @BeforeEach
    void open() throws IOException {
        browser = Browser.at(root);
        media = new TestMedia();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void isReadableInBothThemesAndFitsAPhone() {
        Page page = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
        withSamples(page);
        page.navigate("/");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Hear a violin"))).isVisible();
        assertThat(page.locator("meta[name=description]")).hasAttribute("content", Pattern.compile(".{40,}"));
        Browser.isReadableInBothThemes(page);
        assertThat(browser.errorsBut()).isEmpty();
    }

    @Test
    void showsTwoTargetsAndTheDeviceInTheFirstScreenful() {
        Page page = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
        page.navigate("/");
        assertThat(page.getByRole(AriaRole.HEADING, heading("Hear a video"))).isInViewport();
        assertThat(page.getByRole(AriaRole.HEADING, heading("See a sound"))).isInViewport();
        assertThat(page.locator("#system")).containsText("fake");
        assertThat(browser.errorsBut()).isEmpty();
    }

    @Test
    void choosesTheDirectionByTheFileAndLetsItBeChanged() throws IOException {
        Page page = browser.desk();
        withSamples(page);
        page.navigate("/");
        choose(page, "video", media.video(true));
        assertThat(page.getByRole(AriaRole.HEADING, heading("Hear this video"))).isFocused();
        page.getByText("See the sound").click();
        assertThat(page.getByRole(AriaRole.HEADING, heading("See this sound"))).isVisible();
        assertThat(page.getByRole(AriaRole.RADIO, radio("As in the video"))).isChecked();
        page.getByRole(AriaRole.BUTTON, named("Choose something else")).click();
        choose(page, "sound", media.sound());
        assertThat(page.getByRole(AriaRole.RADIO, radio("See the sound"))).isChecked();
        assertThat(page.getByRole(AriaRole.RADIO, radio("Hear the video"))).isDisabled();
        assertThat(page.getByRole(AriaRole.RADIO, radio("Violin"))).isChecked();
        Browser.findsNothingSerious(page);
        assertThat(browser.errorsBut()).isEmpty();
    }

    @Test
    void refusesAFileThatIsNeitherVideoNorSoundInWords() {
        Page page = browser.desk();
        page.navigate("/");
        choose(page, "video", Path.of("pom.xml"));
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("pom.xml is neither video nor sound");
        assertThat(page.getByRole(AriaRole.HEADING, heading("Hear a video"))).isVisible();
        assertThat(browser.errorsBut()).isEmpty();
    }

    @Test
    void tellsWhatTheServerSaysAndLosesNothing() throws IOException {
        Page page = browser.desk();
        page.navigate("/");
        choose(page, "video", media.text());
        page.getByText("Seed").first().click();
        page.getByLabel("Seed").fill("12");
        page.getByRole(AriaRole.BUTTON, named("Translate")).click();
        Locator told = page.locator("#staged [role=alert]");
        assertThat(told.getByRole(AriaRole.HEADING)).not().isEmpty();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Translate"))).isVisible();
        assertThat(page.getByLabel("Seed")).hasValue("12");
        assertThat(browser.errorsBut("415", "ERR_FAILED", "DEMUXER", "net::")).isEmpty();
    }

    @Test
    void startsASampleWithOneTap() {
        Page page = browser.desk();
        withSamples(page);
        page.route(
                "**/api/translations",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(202)
                        .setContentType("application/json")
                        .setBody("{\"id\":\"abc\",\"links\":{\"page\":\"/about-to-be\"},\"status\":\"queued\"}")));
        page.navigate("/");
        page.getByRole(AriaRole.BUTTON, named("Hear a violin")).click();
        page.waitForURL("**/about-to-be");
        page.navigate("/");
        assertThat(page.getByRole(AriaRole.LINK, link("Violin, tender"))).isVisible();
        assertThat(browser.errorsBut("404")).isEmpty();
    }

    @Test
    void filmsWithTheCamera() {
        Page page = browser.desk();
        page.navigate("/");
        page.getByRole(AriaRole.BUTTON, named("Film")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.BUTTON, button("Start")).click();
        assertThat(dialog.locator(".clock")).hasText(java.util.regex.Pattern.compile("[1-9][0-9]*\\.\\d s"));
        dialog.getByRole(AriaRole.BUTTON, button("Stop")).click();
        assertThat(page.getByRole(AriaRole.HEADING, heading("Hear this video"))).isVisible();
        assertThat(browser.errorsBut()).isEmpty();
    }

    @Test
    void designsTheErrorPageToo() {
        Page page = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
        page.navigate("/translations/nonsense");
        assertThat(page.getByRole(AriaRole.LINK, link("Start a new translation")))
                .isVisible();
        Browser.isReadableInBothThemes(page);
        assertThat(browser.errorsBut("404")).isEmpty();
    }

    static void choose(Page page, String target, Path file) {
        page.locator("input[data-pick=" + target + "]").setInputFiles(file);
    }

    /** Puts two samples into the state that the server wrote; a test installation ships none. */
    private void withSamples(Page page) {
        page.route(root.toString(), route -> {
            APIResponse answer = route.fetch();
            String body = answer.text().replaceFirst("\"samples\":\\[.*?\\]", SAMPLES);
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(body));
        });
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator.GetByRoleOptions button(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions radio(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
