package org.antiphon.dashboard.monitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.antiphon.platform.Problem;
import org.antiphon.study.design.Edition;
import org.antiphon.study.design.Study;

/** Finds the edition that is asked for. What is published never changes, so each document is read once and kept. */
@ApplicationScoped
class Editions {

    private final Queries queries;
    private final Map<String, Frozen> read = new ConcurrentHashMap<>();

    @Inject
    Editions(Queries queries) {
        this.queries = queries;
    }

    private record Frozen(Study study, Map<String, Double> seconds) {}

    private record Row(String digest, int version, String state, Instant published) {}

    /** @throws org.antiphon.platform.ProblemException 404 if there is no such study */
    String title(String slug) {
        return queries.row(
                        row -> row.getString(1), "select title from study where slug = ? and preview_of is null", slug)
                .map(title -> title.isBlank() ? slug : title)
                .orElseThrow(() -> Problem.notFound("No such study", "There is no study of this name.")
                        .exception());
    }

    /**
     * @param version the newest if it is empty
     * @return empty if nothing was published yet
     * @throws org.antiphon.platform.ProblemException 404 if there is no such study or version
     */
    Optional<Watched> find(String slug, Optional<Integer> version) {
        title(slug);
        List<Row> all = queries.rows(
                row -> new Row(
                        row.getString("digest"),
                        row.getInt("version"),
                        row.getString("state"),
                        Queries.instant(row, "published_at").orElseThrow()),
                """
                select e.digest, e.version, e.state, e.published_at from edition e join study y on y.id = e.study_id
                where y.slug = ? order by e.version desc""",
                slug);
        Optional<Row> found = all.stream()
                .filter(row -> version.isEmpty() || row.version() == version.get())
                .findFirst();
        if (found.isEmpty() && version.isPresent()) {
            throw Problem.notFound("No such version", "Version " + version.get() + " of this study was not published.")
                    .exception();
        }
        return found.map(row -> {
            Frozen frozen = read.computeIfAbsent(row.digest(), this::load);
            return new Watched(
                    slug,
                    row.digest(),
                    row.version(),
                    row.state(),
                    row.published(),
                    frozen.study(),
                    frozen.seconds(),
                    all.stream().map(Row::version).toList());
        });
    }

    private Frozen load(String digest) {
        Map<String, Double> seconds = new HashMap<>();
        queries.each(
                row -> seconds.put(row.getString("item") + " " + row.getString("condition"), row.getDouble("seconds")),
                "select item, condition, seconds from stimulus where edition = ?",
                digest);
        Study study = queries.row(
                        row -> Edition.read(row.getBytes(1)).study(),
                        "select frozen from edition where digest = ?",
                        digest)
                .orElseThrow();
        return new Frozen(study, seconds);
    }
}
