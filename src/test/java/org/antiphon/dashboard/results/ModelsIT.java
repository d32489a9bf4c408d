package org.antiphon.dashboard.results;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.antiphon.account.TestOwner;
import org.antiphon.generation.Browser;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two models on ten clips: one is better by a decibel, and of what a visitor sent nothing can be opened. */
@QuarkusTest
class ModelsIT {

    private static final List<String> FIGURES = List.of("models-corpora", "models-seeds", "models-compared");

    @TempDir
    Path folder;

    @Inject
    TestOwner owner;

    @Inject
    DataSource database;

    @TestHTTPResource("/")
    URI root;

    @Test
    void comparesModelsClipByClipAndGivesNoVisitorAway() throws Exception {
        String token = owner.token();
        translations(database);
        String page = given().cookie(TestOwner.COOKIE, token)
                .get("/models?direction=video-to-sound&metric=mel-snr&first=new abcdefa&second=old abcdefa")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("new abcdefa less old abcdefa")
                .contains("1 of 2 metrics differ")
                .contains("figure-models-seeds")
                .contains("/translations/" + "b".repeat(25) + "a")
                .doesNotContain("my-daughter.mp4")
                .doesNotContain("c".repeat(25));
        filesOf(token, page);
        staysWithinTheRangeOfTheMetric(token);
        given().cookie(TestOwner.COOKIE, token)
                .get("/models?metric=loudness-of-nothing")
                .then()
                .statusCode(400)
                .body(containsString("metric"));
        given().redirects()
                .follow(false)
                .accept("text/html")
                .get("/models")
                .then()
                .statusCode(303);
        try (Browser browser = Browser.at(root)) {
            Page phone = browser.tab(Browser.PHONE, ColorScheme.LIGHT);
            phone.context().addCookies(List.of(new Cookie(TestOwner.COOKIE, token).setUrl(root.toString())));
            phone.navigate("/models?direction=video-to-sound");
            Browser.findsNothingSerious(phone);
            Browser.fitsItsWidth(phone);
            assertThat(browser.errorsBut()).isEmpty();
        }
    }

    /** Each figure comes as a picture of two kinds, as a table, and as programs that find the table in the numbers. */
    private void filesOf(String token, String page) throws Exception {
        Files.write(folder.resolve("numbers.csv"), got(token, "/api/models/numbers.csv"));
        assertThat(folder.resolve("numbers.csv"))
                .content()
                .contains("bbbbb")
                .doesNotContain("my-daughter")
                .doesNotContain("c".repeat(25));
        for (String name : FIGURES) {
            for (String ending : List.of("svg", "png", "csv", "R", "py")) {
                Matcher link = Pattern.compile("href=\"(/api/models/figures/" + name + "\\." + ending + "[^\"]*)\"")
                        .matcher(page);
                assertThat(link.find()).as(name + "." + ending).isTrue();
                Files.write(
                        folder.resolve(name + "." + ending),
                        got(token, link.group(1).replace("&amp;", "&")));
            }
            assertThat(folder.resolve(name + ".svg"))
                    .content()
                    .contains("<title")
                    .contains("<desc");
            assertThat(ImageIO.read(folder.resolve(name + ".png").toFile())).isNotNull();
        }
        for (Programs language : Programs.runnable()) {
            language.run(folder.resolve("numbers.csv"));
            Listings listings = new Listings();
            for (String name : FIGURES) {
                listings.figure(
                        name,
                        Files.readString(folder.resolve(name + ".csv")),
                        "",
                        Files.readString(folder.resolve(name + "." + language.ending() + ".txt")));
            }
            assertThat(listings.different()).as(language.ending()).isEmpty();
            assertThat(listings.compared()).doesNotContainValue(0);
        }
        given().cookie(TestOwner.COOKIE, token)
                .get("/api/models/figures/models-moons.svg")
                .then()
                .statusCode(404);
        given().get("/api/models/numbers.csv").then().statusCode(401);
    }

    /** A mean of shares is near one, and no share is above it. */
    private void staysWithinTheRangeOfTheMetric(String token) throws Exception {
        String address = "/api/models/figures/models-corpora.%s?direction=video-to-sound&metric=onset-f1-50ms";
        Path shares = Files.createDirectory(folder.resolve("shares"));
        Files.copy(folder.resolve("numbers.csv"), shares.resolve("numbers.csv"));
        for (String ending : List.of("csv", "R", "py")) {
            Files.write(shares.resolve("models-corpora." + ending), got(token, address.formatted(ending)));
        }
        String table = Files.readString(shares.resolve("models-corpora.csv"));
        assertThat(table.lines().filter(line -> line.contains("samples")))
                .hasSize(2)
                .allSatisfy(line -> {
                    String[] fields = line.split(",");
                    assertThat(Double.parseDouble(fields[4])).isCloseTo(0.96, Offset.offset(1e-3));
                    assertThat(Double.parseDouble(fields[6])).isBetween(0.97, 1.0);
                });
        for (Programs language : Programs.runnable()) {
            language.run(shares.resolve("numbers.csv"));
            Listings listings = new Listings();
            listings.figure(
                    "models-corpora",
                    table,
                    "",
                    Files.readString(shares.resolve("models-corpora." + language.ending() + ".txt")));
            assertThat(listings.different()).as(language.ending()).isEmpty();
            assertThat(listings.compared()).doesNotContainValue(0);
        }
    }

    private static byte[] got(String token, String address) {
        return given().cookie(TestOwner.COOKIE, token)
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    /** Ten samples and what a visitor sent, translated by two models, unless they are there. */
    static void translations(DataSource database) throws Exception {
        Random random = new Random(5);
        try (Connection connection = database.getConnection();
                var there = connection.createStatement();
                var earlier = there.executeQuery("select 1 from translation where owner_key = 'someone'");
                var upload = connection.prepareStatement(
                        "insert into upload (sha256, bytes, media_type, file_name, seconds,"
                                + " has_picture, has_sound, width, height, playable, created_at)"
                                + " values (?, 1, 'video/mp4', 'my-daughter.mp4', 5, true, true, 96, 96, true, now()) returning id");
                var translation =
                        connection.prepareStatement("insert into translation (id, direction, status, stage, progress,"
                                + " seed, model, model_checksum, steps, media_upload, sample, owner_key, length_seconds, created_at,"
                                + " updated_at, finished_at) values (?, 'video-to-sound', 'done', 'done', 1, 7, ?, 'abcdefabcdef', 8, ?,"
                                + " ?, 'someone', 5, now(), now(), now())");
                var metric = connection.prepareStatement(
                        "insert into translation_metric (translation_id, name, position, label,"
                                + " value, unit, version) values (?, 'mel-snr', 0, 'Mel SNR', ?, 'dB', 1)");
                var share = connection.prepareStatement(
                        "insert into translation_metric (translation_id, name, position, label,"
                                + " value, unit, version) values (?, 'onset-f1-50ms', 1, 'Onset F1', ?, '', 1)")) {
            if (earlier.next()) {
                return;
            }
            for (int clip = 0; clip < 11; clip++) {
                upload.setString(1, String.format("%064x", 77 + clip));
                var row = upload.executeQuery();
                row.next();
                double base = 5 * random.nextGaussian();
                for (String model : List.of("new", "old")) {
                    // the last clip is a visitor's
                    String id = (clip == 10 ? "c" : model.equals("new") ? "b" : "d").repeat(25)
                            + (char) ((clip == 10 && model.equals("old") ? 'z' : 'a' + clip));
                    translation.setString(1, id);
                    translation.setString(2, model);
                    translation.setLong(3, row.getLong(1));
                    translation.setString(4, clip == 10 ? null : "sample-" + clip);
                    translation.executeUpdate();
                    metric.setString(1, id);
                    metric.setDouble(2, base + (model.equals("new") ? 1 : 0) + 0.2 * random.nextGaussian());
                    metric.executeUpdate();
                    share.setString(1, id);
                    share.setDouble(2, clip == 3 ? 0.6 : 1);
                    share.executeUpdate();
                }
            }
        }
    }
}
