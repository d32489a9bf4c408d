package org.antiphon.study.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.antiphon.platform.Digest;
import org.antiphon.study.design.Edition;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.document.Id;

/** Reads published editions. What is published never changes, so each is read once and kept. */
@ApplicationScoped
class Editions {

    private final Sql sql;
    private final Map<Digest, Published> read = new ConcurrentHashMap<>();

    @Inject
    Editions(Sql sql) {
        this.sql = sql;
    }

    /** Whether a study can be begun. */
    sealed interface Offer {

        /** This edition takes participants. */
        record Open(Published published) implements Offer {}

        /** It was published, and takes nobody (any more). */
        record Shut() implements Offer {}

        /** Nothing was ever published under this name. */
        record Unknown() implements Offer {}
    }

    /** The newest edition that takes participants. */
    Offer offer(String slug) {
        Optional<Digest> open = sql.row(row -> new Digest(row.getString(1)), """
                select e.digest from edition e join study s on s.id = e.study_id
                where s.slug = ? and e.state = 'open' order by e.version desc limit 1""", slug);
        if (open.isPresent()) {
            return new Offer.Open(get(open.get()));
        }
        boolean published = sql.row(
                        row -> row.getLong(1),
                        "select e.version from edition e join study s on s.id = e.study_id where s.slug = ? limit 1",
                        slug)
                .isPresent();
        return published ? new Offer.Shut() : new Offer.Unknown();
    }

    /** @throws IllegalArgumentException if there is no such edition */
    Published get(Digest digest) {
        return read.computeIfAbsent(digest, this::load);
    }

    private Published load(Digest digest) {
        Map<Stimulus, Published.File> files = new HashMap<>();
        sql.rows(
                        row -> Map.entry(
                                new Stimulus(new Id(row.getString("item")), new Id(row.getString("condition"))),
                                file(row, "", OptionalLong.of(row.getLong("bytes")))),
                        "select item, condition, sha256, media_type, bytes, seconds from stimulus where edition = ?",
                        digest.hex())
                .forEach(entry -> files.put(entry.getKey(), entry.getValue()));
        return sql.row(
                        row -> new Published(
                                digest,
                                row.getLong("study_id"),
                                Edition.read(row.getBytes("frozen")).study(),
                                files,
                                row.getString("test_sha256") == null
                                        ? Optional.empty()
                                        : Optional.of(file(row, "test_", OptionalLong.empty()))),
                        "select * from edition where digest = ?",
                        digest.hex())
                .orElseThrow(() -> new IllegalArgumentException("there is no edition " + digest));
    }

    private static Published.File file(ResultSet row, String prefix, OptionalLong bytes) throws SQLException {
        return new Published.File(
                new Digest(row.getString(prefix + "sha256")),
                row.getString(prefix + "media_type"),
                bytes,
                row.getDouble(prefix + "seconds"));
    }
}
