package org.antiphon.study.rating;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.antiphon.generation.Browser;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.study.design.Examples;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.Study;
import org.antiphon.study.session.assignment.Slot;
import org.antiphon.study.session.assignment.Trial;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Looks for leaks in pages as the browser has them: the whole document with every attribute, what is kept on the device,
 * how long and large media are, how much came over the network. Whatever stands where, a page is the same to the letter.
 */
@QuarkusTest
class PageLeakIT {

    private static final int SESSIONS = 3;

    /** All of a page that a script could look at; what depends on the session alone is taken out. */
    private static final String LOOK = """
            urls => {
              const media = [...document.querySelectorAll('video, audio')]
                .map(one => [one.duration, one.videoWidth, one.videoHeight, one.textTracks.length, one.className]);
              const came = performance.getEntriesByType('resource')
                .filter(one => urls.includes(new URL(one.name).pathname))
                .map(one => [one.initiatorType, one.encodedBodySize, one.decodedBodySize].join());
              const kept = Object.keys(localStorage).map(key => key + '=' + localStorage.getItem(key)).sort();
              const styles = [...document.querySelectorAll('main *')].map(one => getComputedStyle(one).color).join();
              return document.documentElement.outerHTML + JSON.stringify([media, came.sort(), kept, styles, document.cookie]);
            }""";

    @Inject
    Sql sql;

    @Inject
    ArtifactStore store;

    @Inject
    Attending attending;

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
    void areTheSameWhateverIsHeard() {
        assertThat(differences(PagesStudy.named("page-heard"), PagesStudy::clip))
                .isEmpty();
    }

    @Test
    void areTheSameWhateverIsSeen() {
        assertThat(differences(PictureStudy.named("page-seen"), PictureStudy::clip))
                .isEmpty();
    }

    @Test
    void findsAClipThatIsAMomentLonger() {
        Function<Stimulus, Publishing.Clip> clips = stimulus ->
                PagesStudy.clip(stimulus, stimulus.condition().text().equals("translated") ? 1.2 : 1);
        assertThat(differences(PagesStudy.named("page-longer"), clips)).containsKey("judging of etude-one");
    }

    /** For each page of which there is more than one kind what distinguishes them, and the names that stand on pages. */
    private Map<String, Set<String>> differences(String yaml, Function<Stimulus, Publishing.Clip> clips) {
        Study study = Examples.accepted(yaml);
        new Publishing(sql, store).publish(study, clips);
        Spy spy = new Spy(sql, attending, root);
        Map<String, Map<String, String>> pages = new TreeMap<>();
        Map<String, Set<String>> found = new TreeMap<>();
        for (int i = 0; i < SESSIONS; i++) {
            Participant participant = new Participant(root).begun(study.id().text());
            Page page = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
            Knowing knowing = new Knowing(attending);
            while (participant.goesOn()) {
                Optional<Trial> trial = spy.trial(participant);
                if (trial.isPresent()) {
                    String seen = look(page, participant);
                    names(seen, spy.secrets(study)).forEach(name -> found.computeIfAbsent(name, n -> new TreeSet<>()));
                    pages.computeIfAbsent(
                                    trial.get().task() + " of " + trial.get().item(), name -> new TreeMap<>())
                            .put(conditions(trial.get()), seen);
                }
                participant.send(knowing.apply(participant));
            }
            page.context().close();
        }
        pages.forEach((name, kinds) -> {
            Set<String> different = new TreeSet<>(kinds.values());
            if (different.size() > 1) {
                found.put(name, different);
            }
        });
        assertThat(pages.values()).anySatisfy(kinds -> assertThat(kinds).hasSizeGreaterThan(1));
        return found;
    }

    private static String conditions(Trial trial) {
        return trial.slots().stream().map(Slot::condition).map(Object::toString).collect(Collectors.joining(" "));
    }

    private static String look(Page page, Participant participant) {
        String slug = participant.state.get("slug").asText();
        page.navigate("about:blank");
        page.navigate("/s/" + slug + "#r=" + participant.session());
        page.waitForSelector(".player");
        new Walker(page).ready();
        page.waitForFunction("() => [...document.querySelectorAll('video')].every(one => one.readyState > 0)");
        String[] urls =
                participant.state.at("/step/clips").findValuesAsText("url").toArray(String[]::new);
        String seen = (String) page.evaluate(LOOK, Arrays.asList(urls));
        return seen.replace(participant.session(), "session")
                .replace(participant.state.path("withdrawal").asText("-"), "withdrawal")
                .replaceAll("blob:[^\"]+", "blob:")
                .replaceAll("(?s)<header.*?</header>", "")
                .replaceAll(">Round \\d+ of (\\d+)<", ">Round which of $1<")
                .replaceAll("\"(choice|words|help|country)-\\d+\"", "\"$1\"")
                .replaceAll("(?s)<(script|link)[^>]*>", "");
    }

    /** Secrets that stand on the page as words of their own. */
    private static Set<String> names(String seen, Set<String> secrets) {
        return secrets.stream()
                .filter(secret -> Pattern.compile("\\b" + Pattern.quote(secret) + "\\b")
                        .matcher(seen)
                        .find())
                .map(secret -> "the name " + secret)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
