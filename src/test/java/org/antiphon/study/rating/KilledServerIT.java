package org.antiphon.study.rating;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.antiphon.generation.Browser;
import org.antiphon.study.design.Examples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Participants in a browser, by keys, on a phone, while the server is killed without a word and started again, and the
 * network is lost: every answer that was shown as saved is in the database, once.
 */
@Tag("heavy")
class KilledServerIT {

    private static final int MOST_PAGES = 40;

    @TempDir
    Path folder;

    @Test
    void losesNoAnswerThatWasShownAsSavedInAnyParadigm() throws Exception {
        try (ServerProcess server = ServerProcess.on(folder.resolve("data"))) {
            server.start();
            server.within(publishing -> {
                publishing.publish(Examples.accepted(PagesStudy.named("killed")), PagesStudy::clip);
                publishing.publish(Examples.accepted(PictureStudy.named("filmed")), PictureStudy::clip);
            });
            try (Browser browser = Browser.at(server.root())) {
                List<String> heard = walked(browser.tab(Browser.PHONE, ColorScheme.LIGHT), server, "killed");
                List<String> seen = walked(browser.tab(Browser.PHONE, ColorScheme.LIGHT), server, "filmed");
                assertThat(heard).hasSizeGreaterThanOrEqualTo(10);
                assertThat(seen).hasSize(7);
            }
        }
    }

    private static List<String> walked(Page page, ServerProcess server, String slug) throws Exception {
        page.navigate("/s/" + slug);
        Walker walker = new Walker(page);
        walker.next();
        List<String> saved = new ArrayList<>();
        for (int i = 0; i < MOST_PAGES && !walker.done(); i++) {
            if (walker.told()) {
                walker.next();
            } else if (i == 2) {
                // before the answer is sent
                server.kill();
                saved.add(walker.answerDuring(() -> start(server)));
            } else if (i == 4) {
                // while it is on its way
                saved.add(walker.answerDuring(() -> {
                    kill(server);
                    start(server);
                }));
            } else {
                saved.add(i == 6 ? walker.answerWithoutNetwork() : walker.answer());
            }
        }
        assertThat(walker.done()).as(saved.toString()).isTrue();
        server.within(database -> {
            assertThat(database.answers(slug, "*")).isEqualTo(saved.size());
            assertThat(database.answers(slug, "distinct step")).isEqualTo(saved.size());
            assertThat(database.answers(slug, "distinct key")).isEqualTo(saved.size());
        });
        return saved;
    }

    private static void start(ServerProcess server) {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void kill(ServerProcess server) {
        try {
            server.kill();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
