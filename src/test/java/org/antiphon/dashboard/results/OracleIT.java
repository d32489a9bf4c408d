package org.antiphon.dashboard.results;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.antiphon.account.TestOwner;
import org.antiphon.study.design.Examples;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every number of the results against scipy's and R's on the files of the export: the programs that each figure hands out are
 * run on them, and what they print is held against the figure's table. {@code -Dpython=…} names a Python with numpy and scipy,
 * {@code -Drscript=…} an R; the one that is not there is not asked, and without both nothing is checked, which is said.
 */
@QuarkusTest
class OracleIT {

    private static final String PYTHON = System.getProperty("python", "python3");
    private static final String R = System.getProperty("rscript", "Rscript");

    /** Runs all programs of a folder, so that scipy is loaded once; each prints into a file beside it. */
    private static final String ALL_PYTHON = """
            import contextlib, io, pathlib, sys
            folder = pathlib.Path(sys.argv[1]).parent
            for script in sorted(folder.glob("*.py")):
                sys.argv = [str(script), str(folder / "ratings.csv")]
                printed = io.StringIO()
                with contextlib.redirect_stdout(printed):
                    exec(compile(script.read_text(encoding="utf-8"), str(script), "exec"), {"__name__": "__main__"})
                pathlib.Path(str(script) + ".txt").write_text(printed.getvalue(), encoding="utf-8")
            """;

    private static final String ALL_R = """
            options(warn = 1)
            for (script in list.files(dirname(commandArgs(trailingOnly = TRUE)[1]), "[.]R$", full.names = TRUE)) {
              message(script)
              sink(paste0(script, ".txt"))
              source(script, local = new.env(), encoding = "UTF-8")
              sink()
            }
            """;

    /**
     * A language that programs are written in.
     *
     * @param run the command that runs all programs in the folder of a file
     */
    private record Language(String ending, List<String> run, List<String> there) {}

    private static final List<Language> LANGUAGES = List.of(
            new Language("py", List.of(PYTHON, "-c", ALL_PYTHON), List.of(PYTHON, "-c", "import numpy, scipy")),
            new Language("R", List.of(R, "-e", ALL_R), List.of(R, "-e", "1")));

    @Inject
    TestOwner owner;

    @Inject
    DataSource database;

    @TempDir
    Path folder;

    private String token;
    private List<Language> languages;

    @BeforeEach
    void signIn() {
        languages = LANGUAGES.stream()
                .filter(language -> runs(language.there()))
                .toList();
        Assumptions.assumeTrue(
                !languages.isEmpty(), PYTHON + " has no scipy and there is no " + R + ": -Dpython=…, -Drscript=… name them");
        token = owner.token();
    }

    private static boolean runs(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
            for (Language language : LANGUAGES) {
                Files.write(
                        folder.resolve(figure.get("name") + "." + language.ending()),
                        got(link(figure, language.ending())));
            }
        }
        keep(slug);
        for (Language language : languages) {
            run(language);
            Listings listings = new Listings();
            for (Map<String, Object> figure : figures) {
                String name = (String) figure.get("name");
                listings.figure(
                        name,
                        Files.readString(folder.resolve(name + ".csv")),
                        (String) figure.get("statement"),
                        Files.readString(folder.resolve(name + "." + language.ending() + ".txt")));
            }
            System.out.println(
                    slug + ": numbers that " + language.ending() + " finds too: " + listings.compared());
            assertThat(listings.different()).as(language.ending()).isEmpty();
            assertThat(listings.compared()).as(language.ending()).doesNotContainValue(0);
            assertThat(listings.compared().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isGreaterThan(least);
        }
    }

    private static String link(Map<String, Object> figure, String ending) {
        return (String) ((Map<?, ?>) figure.get("links")).get(ending);
    }

    /** {@code -Dkept=FOLDER} keeps files and programs, to be run by hand. */
    private void keep(String slug) throws IOException {
        if (System.getProperty("kept") != null) {
            Path kept = Files.createDirectories(Path.of(System.getProperty("kept"), slug));
            for (java.io.File file : folder.toFile().listFiles()) {
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

    private void run(Language language) throws Exception {
        List<String> command = new ArrayList<>(language.run());
        command.add(folder.resolve("ratings.csv").toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
