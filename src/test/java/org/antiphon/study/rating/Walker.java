package org.antiphon.study.rating;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.antiphon.generation.Browser;

/** Goes through a study with nothing but a keyboard: from one thing that takes the focus to the next, doing what it asks. */
public final class Walker {

    private static final int MOST_PAGES = 40;
    private static final int MOST_STOPS = 140;

    /** Milliseconds: a server that has just started on a busy machine answers late, and the page asks it now and then. */
    private static final double AFTER_TROUBLE = 180_000;

    /** What has the focus, in one word; an error if it cannot be seen behind what stands at the edge of the window. */
    private static final String FOCUSED = """
            () => {
              const at = document.activeElement;
              const place = (at.closest('label') ?? at).getBoundingClientRect();
              const edge = document.querySelector('.onward').getBoundingClientRect();
              if (!at.closest('.onward') && edge.height > 0 && place.height > 0 && place.top > edge.top - 2)
                throw new Error(`hidden behind the button that goes on: ${at.outerHTML}`);
              if (at.matches('.onward .main')) return 'next';
              if (at.matches('.clip, .play')) return 'play';
              if (at.type === 'radio') return [...document.getElementsByName(at.name)].some(one => one.checked) ? '' : 'choose';
              if (at.type === 'checkbox') return at.required && !at.checked ? 'choose' : '';
              if (at.type === 'range') return at.classList.contains('untouched') ? 'move' : '';
              if (at.matches('select')) return at.value === '' ? 'pick' : '';
              return at.matches('textarea, input[type=text]') && at.value === '' ? 'write' : '';
            }""";

    private static final String WHERE = "() => (document.querySelector('.above')?.textContent ?? '')"
            + " + document.querySelector('h1').textContent"
            + " + (document.querySelector('.question legend')?.textContent ?? '')";

    /** Waits until nothing plays any more; a clip that goes on and on is waited for no longer than it lasts once. */
    private static final String PLAYED = """
            async () => {
              const most = 1000 * (document.querySelector('.place')?.max ?? 1) + 400;
              const wait = milliseconds => new Promise(done => setTimeout(done, milliseconds));
              const sounds = () => document.querySelector('.play')?.textContent === 'Pause';
              const begun = performance.now();
              const third = document.querySelector('.headphones .lamp:last-child');
              if (third) {
                while (!third.classList.contains('on')) await wait(20);
                while (third.classList.contains('on')) await wait(20);
                return wait(100);
              }
              while (!sounds() && performance.now() - begun < 400) await wait(10);
              while (sounds() && performance.now() - begun < most) await wait(10);
              await wait(20);
            }""";

    private final Page page;

    public Walker(Page page) {
        this.page = page;
    }

    boolean done() {
        return page.locator("h1").textContent().startsWith("Done.");
    }

    /** Whether the page asks nothing, but tells whether the one before was answered rightly. */
    boolean told() {
        return page.locator(".feedback").count() > 0;
    }

    /**
     * Walks from the first page to the last.
     *
     * @param cut the page, counted from 0, on which the network is lost for a while
     * @return the names of the pages whose answers were shown as saved
     */
    public List<String> walk(int cut) {
        next();
        List<String> saved = new ArrayList<>();
        for (int i = 0; i < MOST_PAGES && !done(); i++) {
            if (told()) {
                next();
            } else {
                saved.add(i == cut ? answerWithoutNetwork() : answer());
            }
            Browser.fitsItsWidth(page);
        }
        assertThat(done()).as(saved.toString()).isTrue();
        return saved;
    }

    /** Answers everything that is asked on this page and waits until that is saved; gives the name of the page. */
    String answer() {
        String where = fill();
        press("Enter");
        hasLeft(where);
        return where;
    }

    /** The same, while something happens that the page has to live through. */
    String answerDuring(Runnable trouble) {
        String where = fill();
        press("Enter");
        trouble.run();
        page.waitForFunction(
                "before => (" + WHERE + ")() !== before",
                where,
                new Page.WaitForFunctionOptions().setTimeout(AFTER_TROUBLE));
        hasLeft(where);
        return where;
    }

    /** The same while there is no network, which comes back later. */
    String answerWithoutNetwork() {
        String where = fill();
        page.context().setOffline(true);
        press("Enter");
        assertThat(standing()).hasText(Pattern.compile("No connection.*"));
        page.waitForTimeout(1500);
        assertThat(standing()).not().hasText("Saved");
        page.context().setOffline(false);
        hasLeft(where);
        return where;
    }

    /** Goes on until a page asks this. */
    void until(String words) {
        page.waitForSelector("h1");
        for (int i = 0; i < 20; i++) {
            ready();
            if (page.locator("main").textContent().contains(words)) {
                return;
            }
            if (told()) {
                next();
            } else {
                answer();
            }
        }
        throw new AssertionError("no page asks: " + words);
    }

    /** Presses the button that goes on, without answering anything. */
    void next() {
        ready();
        String where = where();
        tabTo("next");
        press("Enter");
        page.waitForFunction("before => (" + WHERE + ")() !== before", where);
    }

    private Locator standing() {
        return page.locator(".standing");
    }

    private void hasLeft(String where) {
        page.waitForFunction("before => (" + WHERE + ")() !== before", where);
        assertThat(standing()).hasText("Saved");
    }

    private String fill() {
        ready();
        String where = where();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            switch (focused()) {
                case "next":
                    return where;
                case "play":
                    press("Enter");
                    page.evaluate(PLAYED);
                    break;
                case "choose":
                    press("Space");
                    break;
                case "move":
                    press("ArrowUp");
                    break;
                case "write":
                    page.keyboard().type("12");
                    break;
                case "pick":
                    press("ArrowDown");
                    break;
                default:
                    break;
            }
            press("Tab");
        }
        throw new AssertionError("the keyboard does not reach the button that goes on: " + where);
    }

    private void tabTo(String what) {
        for (int stop = 0; !focused().equals(what); stop++) {
            assertThat(stop).as("the keyboard does not reach %s", what).isLessThan(MOST_STOPS);
            press("Tab");
        }
    }

    /** The clips have arrived, if there are any. */
    void ready() {
        page.waitForFunction(
                "() => document.querySelector('main:not(.shell) h1') && !document.querySelector('.waiting')"
                        + " && !document.querySelector('.onward .main[aria-busy=true]')");
    }

    private String where() {
        return (String) page.evaluate(WHERE);
    }

    private String focused() {
        return (String) page.evaluate(FOCUSED);
    }

    private void press(String key) {
        page.keyboard().press(key);
    }
}
