package org.antiphon.study.rating;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.antiphon.account.TestOwner;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.study.design.Examples;
import org.antiphon.study.rating.Listener.Ear;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;
import org.junit.jupiter.api.Test;

/**
 * Simulated participants take part over HTTP, and the results over HTTP are held against what was planted: effects, how often
 * intervals hold the truth, who is screened out and who is not. {@code -Dplanted=20} makes the studies as many as are wished:
 * one tells little of intervals.
 */
@QuarkusTest
class PlantedTruthIT {

    private static final int STUDIES = Integer.getInteger("planted", 1);
    private static final int CAREFUL = 20;
    private static final int OF_EACH_OTHER = 2;

    @Inject
    Sql sql;

    @Inject
    ArtifactStore store;

    @Inject
    Attending attending;

    @Inject
    TestOwner owner;

    @TestHTTPResource("/")
    URI root;

    /** Careless participants that the post-screening leaves out, and careful ones. */
    private int found;

    private int accused;

    /** One for each interval: what it is of, what was planted, and its ends. */
    private final List<Held> held = new ArrayList<>();

    private record Held(String study, String of, double truth, double low, double high) {

        boolean holds() {
            return low <= truth && truth <= high;
        }
    }

    @Test
    void resultsTellWhatWasPlanted() throws Exception {
        String token = owner.token();
        for (int i = 0; i < STUDIES; i++) {
            String slug = "planted-" + i;
            new Publishing(sql, store).publish(Examples.accepted(PlantedStudy.named(slug)));
            Set<String> careless = come(slug, 1000L * i);
            JsonPath all = results(slug, token, "");
            JsonPath screened = results(slug, token, "?screening=on");
            tellsWhoIsCareless(all, careless);
            tellsEffects(slug, screened);
        }
        long hits = held.stream().filter(Held::holds).count();
        System.out.printf(
                "%d of %d intervals hold what was planted; of %d careless participants %d leave by the post-screening, of %d"
                        + " careful ones %d%n",
                hits, held.size(), STUDIES * 2 * OF_EACH_OTHER, found, STUDIES * CAREFUL, accused);
        held.stream().filter(one -> !one.holds()).forEach(one -> System.out.println("  does not: " + one));
        held.stream()
                .collect(Collectors.groupingBy(Held::of, TreeMap::new, Collectors.partitioningBy(Held::holds)))
                .forEach((of, split) -> System.out.printf(
                        "  %s: %d of %d%n",
                        of,
                        split.get(true).size(),
                        split.get(true).size() + split.get(false).size()));
        double p = BinomialTest.withDefaults()
                .with(AlternativeHypothesis.LESS_THAN)
                .test(held.size(), (int) hits, 0.95)
                .getPValue();
        assertThat(p).as("%d of %d", hits, held.size()).isGreaterThan(1e-3);
    }

    /** Gives the pseudonyms of those who do not listen well. */
    private Set<String> come(String slug, long seed) throws Exception {
        List<Callable<String>> visits = new ArrayList<>();
        List<Ear> ears = new ArrayList<>();
        for (Ear ear : Ear.values()) {
            for (int i = 0; i < (ear == Ear.CAREFUL ? CAREFUL : OF_EACH_OTHER); i++) {
                Listener listener = new Listener(attending, ear, seed + ears.size());
                ears.add(ear);
                visits.add(() -> new Participant(root)
                        .begun(slug)
                        .until("nothing", listener)
                        .session());
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<String>> sessions = threads.invokeAll(visits);
        threads.shutdown();
        Set<String> careless = new TreeSet<>();
        for (int i = 0; i < ears.size(); i++) {
            String session = sessions.get(i).get();
            if (ears.get(i) != Ear.CAREFUL) {
                careless.add(
                        sql.row(row -> row.getString(1), "select pseudonym from study_session where token = ?", session)
                                .orElseThrow());
            }
        }
        return careless;
    }

    private void tellsWhoIsCareless(JsonPath results, Set<String> careless) {
        Set<String> leaving = new TreeSet<>();
        List<Map<String, Object>> assessors = rows(results, "closeness-assessors");
        assertThat(assessors).hasSize(CAREFUL + 2 * OF_EACH_OTHER);
        for (Map<String, Object> row : assessors) {
            if (row.get("leaves").equals("yes")) {
                leaving.add((String) row.get("participant"));
            }
            assertThat(number(row, "reference_trials")).isEqualTo(10);
            assertThat(number(row, "anchor_trials"))
                    .as("all but the undegraded one")
                    .isEqualTo(9);
        }
        found += (int) leaving.stream().filter(careless::contains).count();
        accused += (int) leaving.stream().filter(who -> !careless.contains(who)).count();
        assertThat(leaving).isEqualTo(careless);
    }

    private void tellsEffects(String study, JsonPath results) {
        for (String condition : List.of("low", "translated", "retold")) {
            Map<String, Object> row = row(results, "closeness-means", condition);
            assertThat(number(row, "participants")).isEqualTo(CAREFUL);
            assertThat(number(row, "ratings")).isEqualTo(10 * CAREFUL);
            holds(study, "mean of " + condition, row, PlantedStudy.MEANS.get(condition));
        }
        Map<String, Object> pair = rows(results, "closeness-differences-score").stream()
                .filter(row -> Set.of(row.get("first"), row.get("second")).equals(Set.of("translated", "retold")))
                .findFirst()
                .orElseThrow();
        double sign = pair.get("first").equals("translated") ? 1 : -1;
        holds(
                study,
                "difference of translated and retold",
                pair,
                sign * (PlantedStudy.MEANS.get("translated") - PlantedStudy.MEANS.get("retold")));
        assertThat(number(pair, "p_holm")).isLessThan(0.05);
        PlantedStudy.STRENGTHS.forEach((condition, strength) ->
                holds(study, "strength of " + condition, row(results, "liking-ranking", condition), strength));
        assertThat(number(row(results, "liking-ranking", "performed"), "strength"))
                .isGreaterThan(number(row(results, "liking-ranking", "translated"), "strength"));
        assertThat(number(row(results, "liking-ranking", "translated"), "strength"))
                .isGreaterThan(number(row(results, "liking-ranking", "retold"), "strength"));
    }

    private void holds(String study, String of, Map<String, Object> row, double truth) {
        held.add(new Held(study, of, truth, number(row, "low"), number(row, "high")));
    }

    private static JsonPath results(String slug, String token, String query) {
        return given().cookie(TestOwner.COOKIE, token)
                .get("/api/studies/" + slug + "/results" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<Map<String, Object>> rows(JsonPath results, String figure) {
        List<Map<String, Object>> rows = results.getList(
                "tasks.collect { it.see + it.sure }.flatten().find { it.name == '" + figure + "' }.rows");
        assertThat(rows).as(figure).isNotNull();
        return rows;
    }

    private static Map<String, Object> row(JsonPath results, String figure, String condition) {
        return rows(results, figure).stream()
                .filter(row -> condition.equals(row.get("condition")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + condition + " in " + figure));
    }

    private static double number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).doubleValue();
    }
}
