package org.antiphon.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A headless Chromium for the tests of pages. It remembers every error that a page writes to its console, and is found
 * on the search path; tests of pages are skipped, with a message, where there is none. All tests of a thread share one
 * process, which takes seconds to start; their tabs share nothing, and are gone when a test is over.
 */
public final class Browser implements AutoCloseable {

    /** Width and height of a small phone. */
    public static final int PHONE = 360;

    public static final int DESK = 1280;

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--autoplay-policy=no-user-gesture-required",
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream");

    /** All rules that depend on colours, and are not for experiments alone. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    /** Milliseconds: the models of a busy machine take their time, and a page that never comes fails all the same. */
    private static final double PATIENCE = 90_000;

    /** What Playwright makes may be used by the thread alone that made it; its processes end with this one. */
    private static final ThreadLocal<com.microsoft.playwright.Browser> STARTED = new ThreadLocal<>();

    private final URI root;
    private final com.microsoft.playwright.Browser chromium;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    private Browser(URI root, com.microsoft.playwright.Browser chromium) {
        this.root = root;
        this.chromium = chromium;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    /** Starts the browser for the pages under {@code root}. */
    public static Browser at(URI root) {
        Optional<Path> executable = executable();
        Assumptions.assumeTrue(executable.isPresent(), "no Chromium on the search path: pages are not tested");
        if (STARTED.get() == null || !STARTED.get().isConnected()) {
            STARTED.set(start(executable.get()));
        }
        return new Browser(root, STARTED.get());
    }

    private static com.microsoft.playwright.Browser start(Path executable) {
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(FLAGS));
    }

    private static Optional<Path> executable() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** An empty tab of the given width in the given theme. */
    public Page tab(int width, ColorScheme theme) {
        return tab(options(width).setColorScheme(theme));
    }

    /** An empty tab of somebody who reads that language best, in which no scripts run. */
    public Page tabWithoutScripts(int width, String language) {
        return tab(options(width).setLocale(language).setJavaScriptEnabled(false));
    }

    private com.microsoft.playwright.Browser.NewContextOptions options(int width) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setBaseURL(root.toString());
    }

    private Page tab(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options);
        contexts.add(context);
        context.setDefaultTimeout(PATIENCE);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                errors.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(errors::add);
        return page;
    }

    public Page desk() {
        return tab(DESK, ColorScheme.LIGHT);
    }

    /** Every console error since the last call; the one of a status that a test provokes is named and left out. */
    public List<String> errorsBut(String... expected) {
        List<String> found = errors.stream()
                .filter(error -> Stream.of(expected).noneMatch(error::contains))
                .toList();
        errors.clear();
        return found;
    }

    /** Fails where axe finds something serious or critical, and names it with its places. */
    public static void findsNothingSerious(Page page) {
        finds(axe(page), Browser::serious);
    }

    /** Fails where axe finds anything at all, and names it with its places. */
    public static void findsNothing(Page page) {
        finds(axe(page), rule -> true);
    }

    /** Fails where, in either theme, the page can be scrolled sideways or axe finds something serious or critical. */
    public static void isReadableInBothThemes(Page page) {
        inBothThemes(page, Browser::serious);
    }

    /** Fails where, in either theme, the page can be scrolled sideways or axe finds anything at all. */
    public static void isFlawlessInBothThemes(Page page) {
        inBothThemes(page, rule -> true);
    }

    /** The document is the same in both, so that in the dark colours alone are looked at again. */
    private static void inBothThemes(Page page, Predicate<Rule> amiss) {
        fitsItsWidth(page);
        finds(axe(page), amiss);
        show(page, ColorScheme.DARK);
        fitsItsWidth(page);
        finds(axe(page).withRules(COLOURS), amiss);
        show(page, ColorScheme.LIGHT);
    }

    /** Changes the theme, and waits until no colour is on its way any more. */
    public static void show(Page page, ColorScheme theme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        page.evaluate("() => Promise.allSettled(document.getAnimations()"
                + ".filter(one => one instanceof CSSTransition).map(one => one.finished))");
    }

    private static AxeBuilder axe(Page page) {
        AxeRunOptions violationsAlone = new AxeRunOptions();
        violationsAlone.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(violationsAlone)
                // in the page itself: there are no frames, whose results would be put together in a page of their own
                .setLegacyMode(true);
    }

    private static void finds(AxeBuilder axe, Predicate<Rule> amiss) {
        assertThat(axe.analyze().getViolations().stream().filter(amiss).map(Browser::named))
                .isEmpty();
    }

    private static boolean serious(Rule rule) {
        return Set.of("serious", "critical").contains(rule.getImpact());
    }

    private static String named(Rule rule) {
        return rule.getId() + " at "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getTarget()))
                        .toList();
    }

    /** Fails where the page can be scrolled sideways. */
    public static void fitsItsWidth(Page page) {
        Object beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) beyond).intValue())
                .as("pixels beyond the width of %s", page.url())
                .isLessThanOrEqualTo(0);
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
    }
}
