package org.antiphon.dashboard.results;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.antiphon.account.TestOwner;
import org.antiphon.study.design.Examples;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every number of the results against scipy's and R's on the files of the export: the programs that each figure hands out are
 * run on them, and what they print is held against the figure's table. {@code -Dpython=…} names a Python with numpy, scipy and,
 * for what only that has, statsmodels; {@code -Drscript=…} an R. The one that is not there is not asked, and without both
 * nothing is checked, which is said.
 */
@QuarkusTest
class OracleIT {

    @Inject
    TestOwner owner;

    @Inject
    DataSource database;

    @TempDir
    Path folder;

    private String token;
    private List<Programs> languages;

    @BeforeEach
    void signIn() {
        languages = Programs.runnable();
        Assumptions.assumeTrue(
                !languages.isEmpty(), "there is neither scipy nor R: -Dpython=… and -Drscript=… name where they are");
        token = owner.token();
    }

    @Test
    void ratings() throws Exception {
        check("etudes", "oracle-ratings", "", 100);
    }

    @Test
    void ratingsOfGroupsAndOfThoseLeftOut() throws Exception {
        check("etudes", "oracle-groups", "?include=excluded&group=afterwards/plays", 100);
    }

    @Test
    void mushraScreened() throws Exception {
        check("vocoders", "oracle-mushra", "?screening=on", 60);
    }

    @Test
    void choices() throws Exception {
        check("expression", "oracle-choices", "", 60);
    }

    private void check(String example, String slug, String query, int least) throws Exception {
        String yaml = new String(Examples.bytes(example), StandardCharsets.UTF_8);
        Crowd crowd = new Crowd(database, slug.hashCode());
        crowd.publish(Examples.accepted(yaml.replaceFirst("(?m)^id: " + example + "$", "id: " + slug)), slug);
        crowd.come(31);
        crowd.measure("log-spectral-distance", "mel-snr");
        for (String file : List.of("ratings.csv", "sessions.csv", "metrics.csv")) {
            Files.write(folder.resolve(file), got("/api/studies/" + slug + "/exports/" + file + "?excluded=true"));
        }
        JsonPath results =
                new JsonPath(new String(got("/api/studies/" + slug + "/results" + query), StandardCharsets.UTF_8));
        List<Map<String, Object>> figures = results.getList("tasks.collect { it.see + it.sure }.flatten()");
        for (Map<String, Object> figure : figures) {
            Files.write(folder.resolve(figure.get("name") + ".csv"), got(link(figure, "csv")));
            for (Programs language : Programs.ALL) {
                Files.write(
                        folder.resolve(figure.get("name") + "." + language.ending()),
                        got(link(figure, language.ending())));
            }
        }
        keep(slug);
        for (Programs language : languages) {
            language.run(folder.resolve("ratings.csv"));
            Listings listings = new Listings();
            for (Map<String, Object> figure : figures) {
                String name = (String) figure.get("name");
                listings.figure(
                        name,
                        Files.readString(folder.resolve(name + ".csv")),
                        (String) figure.get("statement"),
                        Files.readString(folder.resolve(name + "." + language.ending() + ".txt")));
            }
            System.out.println(slug + ": numbers that " + language.ending() + " finds too: " + listings.compared());
            assertThat(listings.different()).as(language.ending()).isEmpty();
            assertThat(listings.compared()).as(language.ending()).doesNotContainValue(0);
            assertThat(listings.compared().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isGreaterThan(least);
        }
        if (query.isEmpty()) {
            statsmodels(slug);
        }
    }

    /** Cluster-robust intervals, Holm, power, exact intervals and Davidson's strengths, which scipy has no functions for. */
    private void statsmodels(String slug) throws Exception {
        Path program = Files.createDirectory(folder.resolve("oracle")).resolve("statsmodels_oracle.py");
        try (InputStream in = OracleIT.class.getResourceAsStream("statsmodels_oracle.py")) {
            Files.copy(in, program);
        }
        System.out.println(slug + ": numbers that statsmodels finds too: "
                + Programs.python("statsmodels", program, folder).orElse("not asked, as it is not there"));
    }

    private static String link(Map<String, Object> figure, String ending) {
        return (String) ((Map<?, ?>) figure.get("links")).get(ending);
    }

    /** {@code -Dkept=FOLDER} keeps files and programs, to be run by hand. */
    private void keep(String slug) throws IOException {
        if (System.getProperty("kept") != null) {
            Path kept = Files.createDirectories(Path.of(System.getProperty("kept"), slug));
            for (java.io.File file : folder.toFile().listFiles(java.io.File::isFile)) {
                Files.copy(file.toPath(), kept.resolve(file.getName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private byte[] got(String address) {
        return given().cookie(TestOwner.COOKIE, token)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
