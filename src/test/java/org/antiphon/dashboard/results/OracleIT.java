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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.antiphon.account.TestOwner;
import org.antiphon.study.design.Examples;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every number of the results against scipy's on the files of the export: the program that each figure hands out is run on
 * them, and what it prints is held against the figure's table. {@code -Dpython=…} names a Python with numpy and scipy; without
 * one nothing is checked, which is said.
 */
@QuarkusTest
class OracleIT {

    private static final String PYTHON = System.getProperty("python", "python3");

    /** Runs all programs of a folder, so that scipy is loaded once; each prints into a file beside it. */
    private static final String RUN_ALL = """
            import contextlib, io, pathlib, sys
            folder = pathlib.Path(sys.argv[1])
            for script in sorted(folder.glob("*.py")):
                sys.argv = [str(script), str(folder / "ratings.csv")]
                printed = io.StringIO()
                with contextlib.redirect_stdout(printed):
                    exec(compile(script.read_text(encoding="utf-8"), str(script), "exec"), {"__name__": "__main__"})
                script.with_suffix(".txt").write_text(printed.getvalue(), encoding="utf-8")
            """;

    /** Six digits are printed. */
    private static final double EXACT = 4e-5;

    private static final double FAR_OUT = 5e-4;

    /** Two drawings of 2000 resamples: their ends differ by this share of the interval at most, nearly always. */
    private static final double DRAWN = 0.15;

    @Inject
    TestOwner owner;

    @Inject
    DataSource database;

    @TempDir
    Path folder;

    private String token;

    /** How many numbers were held against each other, by figure. */
    private final Map<String, Integer> compared = new LinkedHashMap<>();

    private final List<String> different = new ArrayList<>();

    @BeforeEach
    void signIn() throws Exception {
        Assumptions.assumeTrue(
                runs("-c", "import numpy, scipy"), PYTHON + " has no scipy: -Dpython=… names one that has");
        token = owner.token();
    }

    private static boolean runs(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).start();
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
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
        List<Map<String, String>> links = results.getList("tasks.collect { it.see + it.sure }.flatten().links");
        for (Map<String, String> files : links) {
            Files.write(folder.resolve(name(files.get("py")) + ".py"), got(files.get("py")));
        }
        runAll();
        for (Map<String, String> files : links) {
            String name = name(files.get("py"));
            String printed = Files.readString(folder.resolve(name + ".txt"));
            assertThat(printed).as(name).isNotBlank();
            if (held(name)) {
                figure(name, files.get("csv"), printed);
            }
        }
        System.out.println(slug + ": numbers that scipy finds too: " + compared);
        assertThat(different).isEmpty();
        assertThat(compared.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(least);
    }

    private byte[] got(String address) {
        return given().cookie(TestOwner.COOKIE, token)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static String name(String program) {
        return program.replaceFirst("\\.py.*", "").replaceFirst(".*/", "");
    }

    private void runAll() throws Exception {
        Process process = new ProcessBuilder(PYTHON, "-c", RUN_ALL, folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** Of the other figures the program is run, but rows of several kinds stand in one listing there. */
    private static boolean held(String name) {
        return name.matches(
                "[a-z]+-(items|groups|differences|metrics|metric|screening|assessors|right|confusion|affect)(-.*)?");
    }

    private void figure(String name, String table, String printed) throws Exception {
        List<Map<String, String>> rows = rows(new String(got(table), StandardCharsets.UTF_8));
        compared.put(name, 0);
        String[] heading = new String[0];
        for (String line : printed.split("\n")) {
            String[] fields = line.split(",", -1);
            if (!rows.isEmpty() && columns(fields, rows.get(0).keySet()) >= 2) {
                heading = fields;
            } else if (fields.length == heading.length) {
                row(name, heading, fields, rows);
            }
        }
    }

    private static long columns(String[] fields, Set<String> names) {
        return Arrays.stream(fields).filter(names::contains).count();
    }

    /** Finds the row of the same words, and holds its numbers against these. */
    private void row(String name, String[] heading, String[] fields, List<Map<String, String>> rows) {
        Map<String, String> printed = new HashMap<>();
        for (int i = 0; i < heading.length; i++) {
            printed.put(heading[i], fields[i]);
        }
        rows.stream()
                .filter(row -> printed.keySet().stream()
                        .filter(row::containsKey)
                        .filter(column ->
                                !numeric(row.get(column)) && !row.get(column).isEmpty())
                        .allMatch(column -> row.get(column).equals(printed.get(column))))
                .findFirst()
                .ifPresent(row -> printed.forEach((column, value) -> {
                    if (row.containsKey(column) && numeric(row.get(column)) && numeric(value)) {
                        number(name, row, column, value);
                    }
                }));
    }

    private void number(String name, Map<String, String> row, String column, String value) {
        double ours = Double.parseDouble(row.get(column));
        double theirs = Double.parseDouble(value);
        boolean end = column.endsWith("low") || column.endsWith("high");
        boolean drawn = end
                && (!row.containsKey("interval") && name.matches(".*(right|shares|hits|affect|ranking).*")
                        || "bootstrap".equals(row.get("interval")));
        double width = end && numeric(row.get(other(column, "low"))) && numeric(row.get(other(column, "high")))
                ? Double.parseDouble(row.get(other(column, "high"))) - Double.parseDouble(row.get(other(column, "low")))
                : 0;
        double allowed = EXACT * Math.max(1e-3, Math.abs(theirs));
        if (drawn) {
            allowed = DRAWN * width;
        }
        if (column.startsWith("dz_")) {
            allowed = FAR_OUT * Math.abs(theirs); // the noncentral t of effects of twenty deviations
        }
        compared.merge(name, 1, Integer::sum);
        if (!(Math.abs(ours - theirs) <= allowed + 1e-9)) {
            different.add(name + " " + row + ": " + column + " is " + value);
        }
    }

    private static String other(String column, String end) {
        return column.replaceFirst("(low|high)$", end);
    }

    private static boolean numeric(String text) {
        return text != null && text.matches("-?[0-9.]+(?:[eE][-+]?[0-9]+)?");
    }

    private static List<Map<String, String>> rows(String csv) {
        String[] lines = csv.split("\r\n");
        String[] names = lines[0].split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            String[] fields = lines[i].split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int j = 0; j < names.length && j < fields.length; j++) {
                row.put(names[j], fields[j].replaceAll("^\"|\"$", ""));
            }
            rows.add(row);
        }
        return rows;
    }
}
