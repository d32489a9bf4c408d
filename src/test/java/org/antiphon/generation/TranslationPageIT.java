package org.antiphon.generation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A translation in the browser, from sending to the result. */
@QuarkusTest
class TranslationPageIT {

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
    void hearsAVideoByKeyboardAlone() throws IOException {
        Page page = browser.desk();
        page.navigate("/");
        HomePageIT.choose(page, "video", media.video(true));
        focus(page, page.getByRole(AriaRole.BUTTON, named("Translate")));
        page.keyboard().press("Enter");
        Locator play = page.getByRole(AriaRole.BUTTON, named("Play"));
        assertThat(play).isVisible();
        assertThat(page.getByRole(AriaRole.HEADING, named("sounding.mp4"))).isVisible();
        page.keyboard().press("1");
        assertThat(page.getByRole(AriaRole.RADIO, named("Original"))).isChecked();
        page.keyboard().press("3");
        assertThat(page.getByRole(AriaRole.RADIO, named("Silent"))).isChecked();
        page.keyboard().press("2");
        assertThat(page.getByRole(AriaRole.RADIO, named("Translation"))).isChecked();
        focus(page, page.getByRole(AriaRole.SLIDER, named("Time")));
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(page.getByRole(AriaRole.SLIDER, named("Time"))).hasAttribute("aria-valuetext", "0.1 of 1.0 seconds");
        page.keyboard().press("i");
        page.keyboard().press(" ");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Pause"))).isVisible();
        page.keyboard().press(" ");
        assertThat(play).isVisible();
        assertThat(browser.errorsBut()).isEmpty();
    }

    @Test
    void switchesSourcesWithoutLosingThePlace() throws IOException {
        Page page = browser.desk();
        page.navigate(done("video-to-sound", media.video(true)));
        Locator slider = page.getByRole(AriaRole.SLIDER, named("Time"));
        slider.fill("0.48");
        for (String source : new String[] {"Original", "Silent", "Translation"}) {
            page.getByRole(AriaRole.RADIO, named(source)).check();
            assertThat(slider).hasValue("0.48");
        }
        assertThat(browser.errorsBut()).isEmpty();
    }

    @Test
    void loopsWhatIsDraggedAndReadsWhatIsUnderThePointer() throws IOException {
        Page page = browser.desk();
        page.navigate(done("video-to-sound", media.video(true)));
        Locator surface = page.locator(".surface");
        surface.scrollIntoViewIfNeeded();
        BoundingBox box = surface.boundingBox();
        page.mouse().move(box.x + box.width * 0.2, box.y + 60);
        assertThat(page.locator(".lane", new Page.LocatorOptions().setHasText("Notes")))
                .containsText("A4");
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.5, box.y + 64);
        page.mouse().up();
        assertThat(page.getByText("Loop 0.20–0.50")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("End the loop")).click();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Loop from here"))).isFocused();
        assertThat(browser.errorsBut()).isEmpty();
    }

    @Test
    void isReadableInBothThemesAndFitsAPhone() throws IOException {
        String address = done("video-to-sound", media.video(true));
        Page page = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
        page.navigate(address);
        assertThat(page.getByRole(AriaRole.BUTTON, named("Play"))).isVisible();
        page.getByText("All that was measured").click();
        assertThat(page.locator(".about").getByText("vocoder")).isVisible();
        Browser.isReadableInBothThemes(page);
        assertThat(browser.errorsBut()).isEmpty();
    }

    @Test
    void tellsItsKeyNumbersSideBySideWhereThereIsRoom() throws IOException {
        Page page = browser.desk();
        page.navigate(done("video-to-sound", media.video(true)));
        Locator numbers = page.locator(".key-numbers > div");
        assertThat(numbers).hasCount(3);
        assertThat(numbers.last().boundingBox().y).isEqualTo(numbers.first().boundingBox().y);
    }

    @Test
    void showsASoundAndTranslatesItBack() throws IOException {
        Page page = browser.desk();
        page.navigate("/");
        HomePageIT.choose(page, "sound", media.sound());
        page.locator(".prior input[type=file]").setInputFiles(media.picture());
        page.getByRole(AriaRole.BUTTON, named("Translate")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("tone.wav"))).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Play"))).isVisible();
        assertThat(page.getByText("Partly familiar ground")).isVisible();
        assertThat(page.getByText("The picture it began with")).isVisible();
        Browser.fitsItsWidth(page);
        page.setViewportSize(Browser.PHONE, 800);
        assertThat(page.getByText("The picture it began with")).isHidden();
        Browser.fitsItsWidth(page);
        Browser.findsNothingSerious(page);
        page.getByRole(AriaRole.BUTTON, named("Translate back")).click();
        assertThat(page.getByRole(AriaRole.LINK, named("its original"))).isVisible();
        assertThat(browser.errorsBut()).isEmpty();
    }

    @Test
    void canBeLeftReloadedAndCancelled() throws IOException {
        Page page = browser.desk();
        page.navigate(sent("video-to-sound", media.video(false), FakeModels.SLOW));
        assertThat(page.getByText("Watching the player").first()).isVisible();
        page.reload();
        assertThat(page.getByRole(AriaRole.PROGRESSBAR)).hasAttribute("aria-valuenow", Pattern.compile("\\d+"));
        Browser.findsNothingSerious(page);
        page.getByRole(AriaRole.BUTTON, named("Cancel")).click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel it"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, named("This translation was cancelled")))
                .isVisible();
        assertThat(browser.errorsBut()).isEmpty();
    }

    @Test
    void saysWhyATranslationFailed() throws IOException {
        Page page = browser.desk();
        page.navigate(sent("video-to-sound", media.video(false), FakeModels.FULL));
        assertThat(page.getByRole(AriaRole.BUTTON, named("Try it again"))).isVisible();
        assertThat(page.getByRole(AriaRole.HEADING).first()).not().isEmpty();
        Browser.findsNothingSerious(page);
        assertThat(browser.errorsBut()).isEmpty();
    }

    private static String done(String direction, Path file) {
        return "/translations/"
                + Jobs.await(ordered(direction, file, 42), "done").getString("id");
    }

    private static String sent(String direction, Path file, long seed) {
        return "/translations/" + ordered(direction, file, seed).jsonPath().getString("id");
    }

    private static Response ordered(String direction, Path file, long seed) {
        return given().multiPart("direction", direction)
                .multiPart("media", file.toFile())
                .multiPart("seed", String.valueOf(seed))
                .post("/api/translations");
    }

    /** Presses Tab until the element has the focus, as somebody without a mouse would. */
    private static void focus(Page page, Locator element) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) element.evaluate("it => it === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("the Tab key does not lead to " + element);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
