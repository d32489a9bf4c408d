package org.antiphon.study.rating;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antiphon.generation.Browser;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.study.design.Examples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every kind of page on a phone: for those who see little, read from right to left, or do not hear. */
@QuarkusTest
class PageLooksIT {

    private static final int MOST_PAGES = 30;

    /** The structure of the page: its elements with their classes, without words. */
    private static final String KIND = """
            () => [...document.querySelectorAll('main, main *')]
              .map(one => one.tagName + '.' + one.className + (one.type ?? '')).join(' ')""";

    @Inject
    Sql sql;

    @Inject
    ArtifactStore store;

    @TestHTTPResource("/")
    URI root;

    private Publishing publishing;
    private Browser browser;

    @BeforeEach
    void open() {
        publishing = new Publishing(sql, store);
        browser = Browser.at(root);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void isReadableInBothThemesWithLargeWordsAndFromRightToLeft() {
        publishing.publish(Examples.accepted(PagesStudy.named("readable")), PagesStudy::clip);
        publishing.publish(Examples.accepted(PictureStudy.named("visible")), PictureStudy::clip);
        publishing.publish(Examples.accepted(DoorStudy.named("entered")), PagesStudy::clip);
        Set<String> kinds = new HashSet<>();
        for (String slug : List.of("readable", "visible", "entered")) {
            Page page = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
            page.navigate("/s/" + slug);
            Walker walker = new Walker(page);
            walker.ready();
            look(page, kinds);
            walker.next();
            for (int i = 0; i < MOST_PAGES && !walker.done(); i++) {
                walker.ready();
                look(page, kinds);
                if (walker.told()) {
                    walker.next();
                } else {
                    walker.answer();
                }
            }
            look(page, kinds);
        }
        assertThat(kinds).hasSizeGreaterThan(14);
        assertThat(browser.errorsBut()).isEmpty();
    }

    @Test
    void showsWhatIsSaidWhileItIsSaid() {
        publishing.publish(Examples.accepted(PictureStudy.named("captioned")), PictureStudy::clip);
        Page page = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
        page.navigate("/s/captioned");
        Walker walker = new Walker(page);
        walker.next();
        walker.until("In which of the two");
        // practice has words without times
        assertThat(page.locator("details.captions").textContent()).contains("Nothing but humming.");
        walker.answer();
        walker.next();
        walker.ready();
        assertThat(page.locator(".caption").textContent()).isEqualTo("First a low word,");
        page.locator(".place").fill("0.8");
        assertThat(page.locator(".caption").textContent()).isEqualTo("then a high one.");
        page.locator(".captions button").click();
        assertThat(page.locator(".caption").isVisible()).isFalse();
    }

    /** Pages of one kind differ in their clips and words alone: each kind is looked at once. */
    private static void look(Page page, Set<String> kinds) {
        if (!kinds.add((String) page.evaluate(KIND))) {
            return;
        }
        Browser.isFlawlessInBothThemes(page);
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        Browser.fitsItsWidth(page);
        page.evaluate("document.documentElement.dir = 'rtl'");
        Browser.fitsItsWidth(page);
        page.evaluate("document.documentElement.style.fontSize = ''");
        Browser.fitsItsWidth(page);
        page.evaluate("document.documentElement.dir = 'ltr'");
    }
}
