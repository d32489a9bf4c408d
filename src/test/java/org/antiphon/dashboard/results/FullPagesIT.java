package org.antiphon.dashboard.results;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.antiphon.account.TestOwner;
import org.antiphon.generation.Browser;
import org.antiphon.study.design.Examples;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Every page of a researcher with the data of sixty participants, on a phone and at a desk. {@code -Dshots=FOLDER} keeps a
 * picture of each.
 */
@QuarkusTest
class FullPagesIT {

    private static final Optional<Path> SHOTS =
            Optional.ofNullable(System.getProperty("shots")).map(Path::of);

    @Inject
    TestOwner owner;

    @Inject
    DataSource database;

    @TestHTTPResource("/")
    URI root;

    private void filled(String example, String slug) throws Exception {
        String yaml = new String(Examples.bytes(example), StandardCharsets.UTF_8);
        Crowd crowd = new Crowd(database, slug.hashCode());
        crowd.publish(Examples.accepted(yaml.replaceFirst("(?m)^id: " + example + "$", "id: " + slug)), slug);
        crowd.come(60);
        crowd.measure("log-spectral-distance", "mel-snr");
    }

    private String participant(String slug) throws Exception {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select pseudonym from study_session s join study y on y.id = s.study_id"
                                + " where y.slug = '" + slug + "' and s.number = 7")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void allOfThemFitPhonesAndDesksAndCanBeReadByEverybody() throws Exception {
        filled("etudes", "full-ratings");
        filled("vocoders", "full-mushra");
        filled("expression", "full-choices");
        ModelsIT.translations(database);
        List<String> paths = new ArrayList<>(List.of("/studies", "/models", "/accounts", "/accounts/log", "/account"));
        for (String slug : List.of("full-ratings", "full-mushra", "full-choices")) {
            for (String page : List.of("monitor", "participants?flag=any", "results", "data", "log")) {
                paths.add("/studies/" + slug + "/" + page);
            }
            paths.add("/studies/" + slug + "/participants/" + participant(slug));
        }
        paths.add("/studies/full-mushra/results?screening=on");
        paths.add("/studies/full-ratings/results?group=afterwards/plays&metric=mel-snr");
        String token = owner.token();
        try (Browser browser = Browser.at(root)) {
            for (int width : new int[] {Browser.PHONE, Browser.DESK}) {
                look(browser, width, ColorScheme.LIGHT, token, paths);
            }
            if (SHOTS.isPresent()) {
                look(browser, Browser.PHONE, ColorScheme.DARK, token, paths);
                look(browser, Browser.DESK, ColorScheme.DARK, token, paths);
            }
            Assertions.assertThat(browser.errorsBut()).isEmpty();
        }
    }

    private void look(Browser browser, int width, ColorScheme theme, String token, List<String> paths) {
        Page page = browser.tab(width, theme);
        page.context().addCookies(List.of(new Cookie(TestOwner.COOKIE, token).setUrl(root.toString())));
        for (String path : paths) {
            page.navigate(path);
            page.waitForLoadState(LoadState.LOAD);
            if (path.contains("/monitor")) {
                page.waitForSelector(".chart svg");
            } else if (path.contains("/results")) {
                page.waitForSelector("#sure");
            } else if (path.contains("/participants/")) {
                page.waitForSelector(".path svg");
            }
            keep(page, width + (theme == ColorScheme.DARK ? "-dark" : "") + path.replaceAll("[^a-z0-9]+", "-"));
            Browser.fitsItsWidth(page);
            if (width == Browser.PHONE) {
                Browser.findsNothingSerious(page);
            }
        }
        page.context().close();
    }

    private static void keep(Page page, String name) {
        SHOTS.ifPresent(folder -> page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + ".png"))
                .setFullPage(true)));
    }
}
