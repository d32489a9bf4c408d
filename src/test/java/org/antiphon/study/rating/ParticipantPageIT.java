package org.antiphon.study.rating;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.antiphon.generation.Browser;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.study.design.Examples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of a study, as a participant meets them: on a phone, by keys, with whatever goes wrong on the way. */
@QuarkusTest
class ParticipantPageIT {

    /** Notes when sounds are started and faded, so that what can hardly be heard can be seen. */
    private static final String NOTING = """
            window.starts = [];
            window.fades = [];
            const start = AudioBufferSourceNode.prototype.start;
            AudioBufferSourceNode.prototype.start = function (when, from) {
              starts.push([when, from]);
              return start.call(this, when, from);
            };
            const fade = AudioParam.prototype.setValueCurveAtTime;
            AudioParam.prototype.setValueCurveAtTime = function (curve, at, lasts) {
              fades.push([curve[0], curve[curve.length - 1], at, lasts]);
              return fade.call(this, curve, at, lasts);
            };""";

    /** Plays A, and B a moment later: by the page's own clock, since a busy test may take longer than a clip lasts. */
    private static final String SWITCHING = """
            async () => {
              const press = key => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
              const wait = milliseconds => new Promise(done => setTimeout(done, milliseconds));
              window.starts = [];
              window.fades = [];
              press('a');
              while (window.starts.length === 0) await wait(10);
              await wait(150);
              press('b');
              await wait(50);
            }""";

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

    private void publish(String slug) {
        publishing.publish(Examples.accepted(PagesStudy.named(slug)), PagesStudy::clip);
    }

    @Test
    void isWalkedByKeysOnAPhoneWithTheNetworkCutAndKeepsEveryAnswerOnce() {
        publish("walked");
        Page page = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
        page.navigate("/s/walked");
        List<String> saved = new Walker(page).walk(4);
        assertThat(page.locator(".code .figure")).hasText(Pattern.compile("([a-z2-7]{4} ?){4}"));
        assertThat(saved).hasSizeGreaterThanOrEqualTo(8);
        assertThat(count(page, "count(*)")).isEqualTo(saved.size());
        assertThat(count(page, "count(distinct step)")).isEqualTo(saved.size());
        assertThat(browser.errorsBut("ERR_INTERNET_DISCONNECTED")).isEmpty();
    }

    @Test
    void isWalkedWithPicturesToo() {
        publishing.publish(Examples.accepted(PictureStudy.named("looked-at-filmed")), PictureStudy::clip);
        Page page = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
        page.navigate("/s/looked-at-filmed");
        List<String> saved = new Walker(page).walk(5);
        assertThat(saved).hasSize(7);
        assertThat(count(page, "count(distinct step)")).isEqualTo(saved.size());
        assertThat(browser.errorsBut("ERR_INTERNET_DISCONNECTED")).isEmpty();
    }

    @Test
    void tellsWhatItIsBeforeItsScriptHasComeAndWhereNoneMayRun() {
        publishing.publish(Examples.accepted(DoorStudy.named("held-back")), PagesStudy::clip);
        Page page = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
        List<Route> held = new ArrayList<>();
        page.route("**/*.js", held::add);
        page.navigate("/s/held-back", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        assertThat(heading(page)).hasText("Before anything is judged");
        assertThat(page.getByText("One moment")).isVisible();
        Browser.findsNothing(page);
        // what the script asks for in its turn is not held
        page.unroute("**/*.js");
        held.forEach(Route::resume);
        assertThat(page.getByRole(AriaRole.BUTTON, named("Begin"))).isVisible();
        assertThat(page.getByText("One moment")).hasCount(0);
        Page still = browser.tabWithoutScripts(Browser.PHONE, "ar-EG");
        still.navigate("/s/held-back");
        assertThat(heading(still)).hasText("قبل أن يُقيَّم أي شيء");
        assertThat(still.locator("html[lang=ar][dir=rtl]")).hasCount(1);
        // what stands in a noscript is no text to those who look for text
        assertThat(still.locator("noscript .notice")).isVisible();
        assertThat(still.locator(".coming")).isHidden();
    }

    @Test
    void keepsEveryQuestionOfAHeadphoneTestThroughAReloadAndGivesNoMoreAttempts() {
        publishing.publish(Examples.accepted(DoorStudy.named("reloaded-doors")), PagesStudy::clip);
        Page page = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
        page.navigate("/s/reloaded-doors");
        Walker walker = new Walker(page);
        walker.next();
        walker.until("Which of the three");
        assertThat(page.locator(".above")).hasText("Question 1 of 3");
        walker.answer();
        page.reload();
        assertThat(page.locator(".above")).hasText("Question 2 of 3");
        walker.answer();
        page.reload();
        assertThat(page.locator(".above")).hasText("Question 3 of 3");
        walker.answer();
        assertThat(page.locator("main")).not().containsText("Which of the three");
        assertThat(count(page, "count(*) filter (where step like 'check-worn-1.%')"))
                .isEqualTo(3);
    }

    @Test
    void asksForAgeAndCountrySetsTheLevelAndTriesHeadphonesByKeys() {
        publishing.publish(Examples.accepted(DoorStudy.named("doors")), PagesStudy::clip);
        Page page = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
        page.navigate("/s/doors");
        Walker walker = new Walker(page);
        List<String> saved = walker.walk(2);
        assertThat(saved).hasSize(11);
        assertThat(count(page, "count(distinct step)")).isEqualTo(11);
        assertThat(outcome(page, "adult")).isEqualTo("passed");
        // the first country of all is none that may take part, which the study only notes
        assertThat(outcome(page, "home")).isEqualTo("failed");
        assertThat(outcome(page, "loud")).isEqualTo("passed");
        assertThat(outcome(page, "worn")).isIn("passed", "failed");
        assertThat(browser.errorsBut("ERR_INTERNET_DISCONNECTED")).isEmpty();
    }

    @Test
    void keepsThePlaceWhenItSwitchesAndLetsTwoNeverBeHeardAtOnce() {
        publishing.publish(Examples.accepted(PagesStudy.named("switched")), stimulus -> PagesStudy.clip(stimulus, 1));
        Page page = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
        page.addInitScript(NOTING);
        page.navigate("/s/switched");
        Walker walker = new Walker(page);
        walker.next();
        walker.until("Which of the two");
        page.evaluate(SWITCHING);
        List<List<Number>> starts = numbers(page, "starts");
        assertThat(starts).hasSize(2);
        assertThat(starts.get(0)).isEqualTo(starts.get(1));
        List<List<Number>> fades = numbers(page, "fades.slice(1, 3)");
        assertThat(fades.get(0).subList(0, 2)).extracting(Number::intValue).containsExactly(1, 0);
        assertThat(fades.get(1).subList(0, 2)).extracting(Number::intValue).containsExactly(0, 1);
        assertThat(fades)
                .allSatisfy(fade -> assertThat(fade.get(3).doubleValue()).isEqualTo(0.005));
        double silent = fades.get(0).get(2).doubleValue() + 0.005;
        assertThat(fades.get(1).get(2).doubleValue()).isBetween(silent - 1e-9, silent + 0.1);
        walker.answer();
        double leftA = position(page, "A", "stopped");
        double enteredB = position(page, "B", "started");
        assertThat(leftA).isBetween(0.05, 1.0);
        assertThat(enteredB).isEqualTo(leftA);
    }

    @Test
    void letsOneTabAtATimeHaveTheSession() {
        publish("tabs");
        Page first = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
        first.navigate("/s/tabs");
        new Walker(first).next();
        assertThat(heading(first)).hasText("Before you take part");
        BrowserContext context = first.context();
        Page second = context.newPage();
        second.navigate("/s/tabs");
        assertThat(heading(second)).hasText("This study is open in another tab");
        second.getByRole(AriaRole.BUTTON, named("Go on here")).click();
        assertThat(heading(second)).hasText("Before you take part");
        assertThat(heading(first)).hasText("This study is open in another tab");
        new Walker(second).answer();
        assertThat(count(second, "count(*)")).isEqualTo(1);
    }

    @Test
    void goesOnOnAnotherDeviceWithoutAnAnswerBeingGivenTwice() {
        publish("moved");
        Page phone = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
        phone.navigate("/s/moved");
        Walker onPhone = new Walker(phone);
        onPhone.next();
        onPhone.answer();
        Page desk = browser.desk();
        desk.navigate("/s/moved#r=" + session(phone));
        assertThat(heading(desk)).hasText("Does everything work?");
        // the secret of the session does not stay in the address
        assertThat(desk.url()).doesNotContain("#");
        new Walker(desk).answer();
        assertThat(heading(desk)).hasText("About you");
        // the phone still shows the page before, and is told where the session stands
        onPhone.answer();
        assertThat(heading(phone)).hasText("About you");
        assertThat(count(phone, "count(*)")).isEqualTo(2);
    }

    @Test
    void goesOnAfterAReloadWithWhatWasEntered() {
        publish("reloaded");
        Page page = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
        page.navigate("/s/reloaded");
        Walker walker = new Walker(page);
        walker.next();
        walker.until("About you");
        page.getByLabel(Pattern.compile("How many years")).fill("12");
        page.waitForTimeout(500);
        page.reload();
        assertThat(heading(page)).hasText("About you");
        assertThat(page.getByLabel(Pattern.compile("How many years"))).hasValue("12");
    }

    @Test
    void saysReadablyThatClipsDidNotArriveAndTriesAgain() {
        publish("lost");
        Page page = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
        page.route("**/media/**", Route::abort);
        page.navigate("/s/lost");
        Walker walker = new Walker(page);
        walker.next();
        walker.answer();
        assertThat(page.getByRole(AriaRole.ALERT).getByRole(AriaRole.HEADING)).hasText("The clips did not arrive");
        Browser.findsNothing(page);
        page.unroute("**/media/**");
        page.getByRole(AriaRole.BUTTON, named("Try again")).click();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Play"))).isVisible();
    }

    @Test
    void deletesEverythingByTheCode() {
        publish("withdrawn");
        Page page = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
        page.navigate("/s/withdrawn");
        Walker walker = new Walker(page);
        walker.next();
        walker.answer();
        page.getByText("Stop, go on later, withdraw").click();
        page.getByRole(AriaRole.LINK, link("Withdraw")).click();
        assertThat(heading(page)).hasText("Delete all of your answers");
        Browser.findsNothing(page);
        page.getByRole(AriaRole.BUTTON, named("Delete my answers")).click();
        assertThat(heading(page)).hasText("Your answers are deleted");
    }

    @Test
    void weighsLittleBeforeTheClips() {
        publish("light");
        Page page = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
        page.navigate("/s/light");
        assertThat(heading(page)).hasText("A study to walk through");
        Object bytes = page.evaluate("performance.getEntries().filter(e => e.transferSize !== undefined)"
                + ".reduce((sum, e) => sum + e.transferSize, 0)");
        assertThat(((Number) bytes).intValue()).isLessThan(100_000);
    }

    @SuppressWarnings("unchecked")
    private static List<List<Number>> numbers(Page page, String what) {
        return (List<List<Number>>) page.evaluate(what);
    }

    private static Locator heading(Page page) {
        return page.locator("h1");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static String session(Page page) {
        return (String) page.evaluate("slug => localStorage.getItem(`antiphon-study/${slug}//session`)", slug(page));
    }

    private static String slug(Page page) {
        return URI.create(page.url()).getPath().replace("/s/", "");
    }

    private int count(Page page, String what) {
        return sql.row(
                        row -> row.getInt(1),
                        "select " + what
                                + " from answer a join study_session s on s.id = a.session_id where s.token = ?",
                        session(page))
                .orElseThrow();
    }

    private String outcome(Page page, String check) {
        return sql.row(
                        row -> row.getString(1),
                        "select o.outcome from check_outcome o join study_session s on s.id = o.session_id"
                                + " where s.token = ? and o.check_id = ?",
                        session(page),
                        check)
                .orElseThrow();
    }

    /** Where in its clip the slot was when this first happened to it. */
    private double position(Page page, String slot, String kind) {
        return sql.row(
                        row -> row.getDouble(1),
                        "select (play ->> 'position')::double precision from answer a join study_session s on s.id ="
                                + " a.session_id, jsonb_array_elements(a.plays) with ordinality as one (play, nth)"
                                + " where s.token = ? and a.step like 'trial-liking-%' and play ->> 'slot' = ?"
                                + " and play ->> 'kind' = ? order by a.place, nth limit 1",
                        session(page),
                        slot,
                        kind)
                .orElseThrow();
    }
}
