package org.antiphon.study.rating;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.Digest;
import org.antiphon.study.design.Edition;
import org.antiphon.study.design.Examples;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.Study;

/** Publishes studies with clips that no one can play, but which are as alike as they should be. */
final class Publishing {

    /** Bytes of every clip. */
    static final int SIZE = 4096;

    /** How many of them are padding. */
    static final int PADDING = 256;

    private final Sql sql;
    private final ArtifactStore store;
    private final Consumer<Runnable> transaction;
    private double seconds = 5;

    Publishing(Sql sql, ArtifactStore store) {
        this(sql, store, work -> QuarkusTransaction.requiringNew().run(work));
    }

    /** How long every clip is said to be from now on, in seconds. */
    Publishing lasting(double length) {
        this.seconds = length;
        return this;
    }

    /** @param transaction does what it is given as a whole or not at all */
    Publishing(Sql sql, ArtifactStore store, Consumer<Runnable> transaction) {
        this.sql = sql;
        this.store = store;
        this.transaction = transaction;
    }

    /**
     * A file of the store with its media type.
     *
     * @param take bytes of each take in it
     */
    record Clip(byte[] bytes, String mediaType, int take) {

        /** A file that is one take. */
        Clip(byte[] bytes, String mediaType) {
            this(bytes, mediaType, bytes.length);
        }
    }

    /** A study that is shipped, under another name. */
    static Study example(String name, String slug) {
        String yaml = new String(Examples.bytes(name), StandardCharsets.UTF_8);
        return Examples.accepted(yaml.replaceFirst("(?m)^id: " + name + "$", "id: " + slug));
    }

    static Study small(String slug) {
        return Examples.accepted(Examples.SMALL.replaceFirst("(?m)^id: small$", "id: " + slug));
    }

    /** Noise of one length in the boxes of an MP4 file, the last of them padding. */
    static Clip noise(Stimulus stimulus) {
        byte[] media = new byte[SIZE - PADDING - 16];
        new Random(stimulus.toString().hashCode()).nextBytes(media);
        byte[] box = ByteBuffer.allocate(media.length + 8)
                .putInt(media.length + 8)
                .put("mdat".getBytes(StandardCharsets.US_ASCII))
                .put(media)
                .array();
        return new Clip(padded(box, SIZE), "video/mp4");
    }

    /** The boxes of an MP4 file, and one more that fills it up to the size. */
    static byte[] padded(byte[] boxes, int size) {
        return ByteBuffer.allocate(size)
                .put(boxes)
                .putInt(size - boxes.length)
                .put("free".getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    Study publish(Study study) {
        return publish(study, Publishing::noise);
    }

    Study publish(Study study, Function<Stimulus, Clip> clips) {
        Map<Stimulus, Digest> files = new HashMap<>();
        Map<Stimulus, Clip> made = new HashMap<>();
        for (Stimulus stimulus : Stimulus.of(study)) {
            made.put(stimulus, clips.apply(stimulus));
            files.put(stimulus, put(made.get(stimulus).bytes()));
        }
        Edition edition = Edition.first(study, files);
        transaction.accept(() -> {
            long id = sql.row(
                            row -> row.getLong(1),
                            "insert into study (slug, created_at) values (?, ?) returning id",
                            study.id().text(),
                            Instant.EPOCH)
                    .orElseThrow();
            sql.change(
                    "insert into edition (digest, study_id, version, frozen, state, published_at)"
                            + " values (?, ?, 1, ?, 'open', ?)",
                    edition.digest().hex(),
                    id,
                    edition.bytes(),
                    Instant.EPOCH);
            made.forEach((stimulus, clip) -> sql.change(
                    "insert into stimulus (edition, item, condition, sha256, media_type, bytes, seconds)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    edition.digest().hex(),
                    stimulus.item().text(),
                    stimulus.condition().text(),
                    files.get(stimulus).hex(),
                    clip.mediaType(),
                    clip.take(),
                    seconds));
        });
        return study;
    }

    void invite(Study study, String token) {
        sql.change(
                "insert into invitation (study_id, token_sha256, created_at)"
                        + " select id, ?, ? from study where slug = ?",
                Beginning.sha256(token),
                Instant.EPOCH,
                study.id().text());
    }

    /**
     * Counts the answers to a study.
     *
     * @param what is counted: all of them, or those that differ in a column
     */
    int answers(String slug, String what) {
        return sql.row(
                        row -> row.getInt(1),
                        "select count(" + what + ") from answer a join study_session s on s.id = a.session_id"
                                + " join study y on y.id = s.study_id where y.slug = ?",
                        slug)
                .orElseThrow();
    }

    private Digest put(byte[] bytes) {
        try {
            return store.put(new ByteArrayInputStream(bytes)).digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
