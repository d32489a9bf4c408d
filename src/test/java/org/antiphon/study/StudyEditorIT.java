package org.antiphon.study;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.antiphon.account.TestOwner;
import org.antiphon.generation.Browser;
import org.antiphon.study.design.Examples;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Language;
import org.antiphon.study.edition.Drafts;
import org.antiphon.study.rating.Walker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages on which a study is written, as a researcher meets them: with problems, with colleagues, by keys, on a phone. */
@QuarkusTest
class StudyEditorIT {

    private static final LocatorAssertions.IsVisibleOptions LONG =
            new LocatorAssertions.IsVisibleOptions().setTimeout(240_000);

    @Inject
    TestOwner owner;

    @Inject
    Drafts drafts;

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
    void leadsFromATemplateToAClosedStudy() {
        Page page = tab(Browser.DESK, ColorScheme.LIGHT);
        page.navigate("/studies");
        page.getByLabel("Name in addresses").first().fill("made-here");
        press(page, "Begin");
        page.waitForURL("**/studies/made-here");

        choose(page, "Conditions");
        page.locator("summary", new Page.LocatorOptions().setHasText("translated"))
                .click();
        page.getByLabel("Seed").fill("-3");
        assertThat(page.getByText("One problem")).isVisible();
        assertThat(page.locator(".amiss")).containsText("Write a whole number of at least 0");
        choose(page, "Consent");
        page.getByRole(AriaRole.BUTTON, like("Line \\d+: conditions\\[2\\]\\.seed"))
                .click();
        assertThat(page.getByLabel("Seed")).isFocused();
        page.getByLabel("Seed").fill("9");
        assertThat(page.getByText("No problems")).isVisible();
        saved(page);
        assertThat(drafts.of("made-here").document())
                .startsWith("# The study that is open")
                .contains("seed: 9");

        page.getByText("The document as YAML").click();
        page.getByLabel("The document as YAML").fill(tiny("made-here"));
        saved(page);
        assertThat(page.getByText("No problems")).isVisible();
        press(page, "Publish …");
        assertThat(page.getByText("It cannot be published yet")).isVisible();
        press(page, "Prepare stimuli");
        assertThat(page.getByText("Everything that was ordered is prepared.")).isVisible(LONG);

        press(page, "Walk it as a participant");
        Locator preview = page.getByRole(AriaRole.LINK, link("Open the preview"));
        assertThat(preview).isFocused();
        Page walked = tab(Browser.PHONE, ColorScheme.LIGHT);
        walked.navigate(preview.getAttribute("href"));
        assertThat(walked.getByText("Nothing of it is counted or exported.")).isVisible();
        Browser.findsNothingSerious(walked);
        assertThat(new Walker(walked).walk(-1)).hasSizeGreaterThan(4);
        assertThat(walked.getByText("Nothing of it is counted or exported.")).isVisible();
        Browser.findsNothingSerious(walked);

        press(page, "Publish …");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("translated (model)");
        assertThat(dialog).containsText("Fingerprint");
        dialog.getByText("The 16 files").click();
        look(page);
        dialog.getByRole(AriaRole.BUTTON, button("Publish version 1")).click();
        assertThat(page.getByText("Version 1 is open")).isVisible();
        press(page, "Pause");
        assertThat(page.getByText("Version 1 is paused")).isVisible();
        press(page, "Open");
        assertThat(page.getByText("Version 1 is open")).isVisible();

        choose(page, "Title");
        page.getByLabel("About, en").fill("It takes no time at all.");
        saved(page);
        press(page, "Publish …");
        assertThat(dialog).containsText("Since version 1");
        assertThat(dialog).containsText("It takes no time at all.");
        assertThat(dialog).containsText("may be analysed together");
        dialog.getByRole(AriaRole.BUTTON, button("Publish version 2")).click();
        assertThat(page.getByText("Version 2 is open")).isVisible();
        press(page, "Close for good");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, button("Close it"))
                .click();
        assertThat(page.getByText("Version 2 is closed")).isVisible();
        assertThat(browser.errorsBut("422")).isEmpty();
    }

    @Test
    void putsTogetherWhatTwoPeopleWriteAndAsksWhereTheyWroteTheSame() {
        drafts.create("written-by-two", "# ours\n" + tiny("written-by-two"));
        Page anna = editor("written-by-two");
        Page ben = editor("written-by-two");
        anna.getByLabel("Title, en").fill("Anna's title");
        saved(anna);
        ben.getByLabel("About, en").fill("Ben's words");
        assertThat(ben.getByLabel("Title, en")).hasValue("Anna's title");
        saved(ben);
        assertThat(drafts.of("written-by-two").document()).startsWith("# ours").contains("Anna's title", "Ben's words");

        anna.getByLabel("About, en").fill("Anna's words");
        assertThat(anna.getByText("Somebody else has changed the same")).isVisible();
        assertThat(anna.locator(".clashes")).containsText("Ben's words");
        look(anna);
        anna.getByLabel(Pattern.compile("Theirs: Ben's words")).check();
        press(anna, "Save");
        assertThat(anna.getByLabel("About, en")).hasValue("Ben's words");
        saved(anna);

        ben.getByLabel("Title, en").fill("Ben's title");
        assertThat(ben.getByLabel("Title, en")).hasValue("Ben's title");
        saved(ben);
        anna.getByText("The document as YAML").click();
        anna.getByLabel("The document as YAML").fill(tiny("written-by-two").replace("target: 400", "target: 404"));
        assertThat(anna.getByText("Somebody else has saved this study")).isVisible();
        Download theirs = anna.waitForDownload(() -> press(anna, "Go on with mine"));
        assertThat(theirs.suggestedFilename()).isEqualTo("written-by-two-theirs.yaml");
        saved(anna);
        assertThat(drafts.of("written-by-two").document()).doesNotContain("Ben's title");
        assertThat(browser.errorsBut("409")).isEmpty();
    }

    @Test
    void isUsedByKeysAlone() {
        drafts.create("by-keys", tiny("by-keys"));
        Page page = editor("by-keys");
        page.locator(".entry").first().focus();
        tabTo(page, "Scales");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, heading("Scales"))).isFocused();
        tabTo(page, "semantic-coherence");
        page.keyboard().press("Enter");
        tabTo(page, "Question, en");
        page.keyboard().press("Control+A");
        page.keyboard().type("How well does it sound?");
        saved(page);
        assertThat(drafts.of("by-keys").document()).contains("en: How well does it sound?");
        tabTo(page, "Move semantic-coherence up");
        page.keyboard().press("Enter");
        assertThat(page.locator("details.element > summary").first()).containsText("semantic-coherence");
        assertThat(browser.errorsBut()).isEmpty();
    }

    @Test
    void isReadableInBothThemesOnAPhoneAndOnADesk() {
        drafts.create("looked-at", tiny("looked-at"));
        drafts.create("broken", tiny("broken").replace("kind: ground-truth", "kind: groundtruth"));
        drafts.create("no-yaml", "id: [");
        for (int width : new int[] {Browser.PHONE, Browser.DESK}) {
            Page page = tab(width, ColorScheme.LIGHT);
            page.navigate("/studies");
            assertThat(page.getByText("Begin a study")).isVisible();
            Browser.isReadableInBothThemes(page);
            page.navigate("/studies/broken");
            assertThat(page.locator(".problems")).containsText("Line");
            Browser.isReadableInBothThemes(page);
            page.navigate("/studies/no-yaml");
            assertThat(page.locator(".problems")).containsText("not closed");
            Browser.isReadableInBothThemes(page);
            page.navigate("/studies/looked-at");
            for (String part : List.of(
                    "Task", "Order of the pages", "Conditions", "Items", "Scales", "Exclusions", "Recruitment")) {
                choose(page, part);
                if (page.locator("details.element > summary").count() > 0) {
                    page.locator("details.element > summary").first().click();
                }
                look(page);
            }
            page.close();
        }
        assertThat(browser.errorsBut("422")).isEmpty();
    }

    @Test
    void takesCaptionsFromAFile() {
        drafts.create("captioned-here", tiny("captioned-here"));
        Page page = editor("captioned-here");
        choose(page, "Items");
        page.locator("details.element > summary").first().click();
        press(page, "Add captions");
        String captions = "WEBVTT\n\n00:00.000 --> 00:01.000\nA word.\n";
        page.getByLabel("Captions, en, from a file")
                .setInputFiles(new FilePayload("a.vtt", "text/vtt", captions.getBytes(StandardCharsets.UTF_8)));
        page.getByLabel("Captions, de", new Page.GetByLabelOptions().setExact(true))
                .fill("WEBVTT");
        assertThat(page.locator(".problems")).containsText("have no time in them");
        page.getByLabel("Captions, de", new Page.GetByLabelOptions().setExact(true))
                .fill("Ein Wort.");
        assertThat(page.getByText("No problems")).isVisible();
        saved(page);
        Study study = Examples.accepted(drafts.of("captioned-here").document());
        assertThat(study.items().get(0).captions().orElseThrow().in(new Language("en")))
                .isEqualTo(captions.strip());
        look(page);
    }

    @Test
    void asksBeforeALanguageGoesWithItsWords() {
        drafts.create("tongues", tiny("tongues"));
        Page page = editor("tongues");
        Locator languages = page.getByLabel(Pattern.compile("Languages, divided by commas"));
        languages.fill("en, de, fr");
        languages.blur();
        assertThat(page.getByLabel("Title, fr")).isVisible();
        assertThat(page.locator(".problems")).containsText("no words in \"fr\"");
        saved(page);
        languages.fill("en");
        languages.blur();
        press(page, "Take it away");
        assertThat(page.getByText("No problems")).isVisible();
        saved(page);
        assertThat(drafts.of("tongues").document()).doesNotContain("de:").doesNotContain("fr:");
    }

    @Test
    void importsAConfigurationAndTellsWhatBecameOfIt() {
        Page page = tab(Browser.DESK, ColorScheme.LIGHT);
        page.navigate("/studies");
        page.getByText("Import from webMUSHRA").click();
        String configuration = "testId: from afar\nbufferSize: 512\npages:\n  - type: mushra\n    id: a\n"
                + "    content: Please note: listen\n    reference: r.wav\n    stimuli: {C1: a.wav, C2: b.wav}\n";
        page.getByLabel("Its configuration (YAML)")
                .setInputFiles(new FilePayload("m.yaml", "text/yaml", configuration.getBytes(StandardCharsets.UTF_8)));
        press(page, "Import");
        assertThat(page.getByText("It is imported")).isVisible();
        assertThat(page.locator(".notes")).containsText("Mended line 6");
        assertThat(page.locator(".notes")).containsText("bufferSize");
        look(page);
        page.getByRole(AriaRole.LINK, link("Go to the study")).click();
        page.waitForURL("**/studies/from-afar");
        assertThat(page.getByText("No problems")).isVisible();
    }

    private Page tab(int width, ColorScheme theme) {
        Page page = browser.tab(width, theme);
        page.context().addCookies(List.of(new Cookie(TestOwner.COOKIE, owner.token()).setUrl(root.toString())));
        return page;
    }

    private Page editor(String slug) {
        Page page = tab(Browser.DESK, ColorScheme.LIGHT);
        page.navigate("/studies/" + slug);
        assertThat(page.locator(".editor-middle h2")).isVisible();
        return page;
    }

    /** Opens a part of the study; on a phone the parts are folded away. */
    private static void choose(Page page, String part) {
        Locator fold = page.locator(".outline details:not([open]) > summary");
        assertThat(page.locator(".outline")).isVisible();
        if (fold.count() > 0) {
            fold.click();
        }
        page.locator(".entry", new Page.LocatorOptions().setHasText(Pattern.compile("^" + part)))
                .first()
                .click();
        assertThat(page.locator(".editor-middle h2")).isFocused();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void saved(Page page) {
        assertThat(page.locator(".saved")).hasText("Saved");
    }

    /** Presses Tab until what has the focus is named like that. */
    private static void tabTo(Page page, String name) {
        String now = "";
        for (int i = 0; i < 120 && !now.equals(name); i++) {
            page.keyboard().press("Tab");
            now = (String)
                    page.evaluate(
                            "() => (document.activeElement.getAttribute('aria-label') ?? document.activeElement.firstChild?.textContent ?? '').trim()");
        }
        assertThat(now).isEqualTo(name);
    }

    private static void look(Page page) {
        Browser.findsNothingSerious(page);
        Browser.fitsItsWidth(page);
    }

    private static Page.GetByRoleOptions like(String pattern) {
        return new Page.GetByRoleOptions().setName(Pattern.compile(pattern));
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name).setLevel(2);
    }

    private static Locator.GetByRoleOptions button(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    /** The sample study, cut to a length that no other test has prepared. */
    private static String tiny(String slug) {
        return Templates.sample().replace("id: first-look", "id: " + slug).replace("longest: 6", "longest: 1.25");
    }
}
