package org.antiphon.study.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.antiphon.platform.Digest;
import org.antiphon.study.design.document.Change;
import org.antiphon.study.design.document.Id;

/**
 * A published version of a study: the document and the very files of its stimuli, frozen. It is named by the SHA-256 of
 * its bytes, which also hold the name of the version before: nothing in the history of a study can change unnoticed.
 *
 * @param version 1 for the first
 * @param files of every stimulus the digest of the file that participants get
 * @param before the version before, if this is not the first
 */
public record Edition(int version, Study study, SortedMap<Stimulus, Digest> files, Optional<Digest> before) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What may change between two versions without changing what participants see and do. */
    private static final List<String> AROUND = List.of("recruitment", "about", "thanks");

    /** @throws IllegalArgumentException naming a stimulus that has no file, or a file that belongs to none */
    public Edition {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        for (Stimulus stimulus : Stimulus.of(study)) {
            if (!files.containsKey(stimulus)) {
                throw new IllegalArgumentException("there is no file for " + stimulus);
            }
        }
        if (files.size() != Stimulus.of(study).size()) {
            throw new IllegalArgumentException("there are files for stimuli that the study does not show");
        }
        if (version < 1 || before.isPresent() != (version > 1)) {
            throw new IllegalArgumentException("version " + version + " does not follow " + before);
        }
    }

    /** Publishes a study for the first time. */
    public static Edition first(Study study, Map<Stimulus, Digest> files) {
        return new Edition(1, study, new TreeMap<>(files), Optional.empty());
    }

    /**
     * Publishes a changed study. What has not changed at all is this version still.
     *
     * @throws IllegalArgumentException if it is another study
     */
    public Edition next(Study changed, Map<Stimulus, Digest> changedFiles) {
        if (!changed.id().equals(study.id())) {
            throw new IllegalArgumentException(changed.id() + " is not a version of " + study.id());
        }
        boolean same = StudyDocument.changes(study, changed).isEmpty() && files.equals(changedFiles);
        return same ? this : new Edition(version + 1, changed, new TreeMap<>(changedFiles), Optional.of(digest()));
    }

    /** The frozen bytes: JSON in the canonical form of the document, with the digests of all files. */
    public byte[] bytes() {
        try {
            ObjectNode frozen = JSON.createObjectNode();
            before.ifPresent(digest -> frozen.put("before", digest.hex()));
            ArrayNode stimuli = frozen.putArray("stimuli");
            files.forEach((stimulus, digest) -> stimuli.addObject()
                    .put("condition", stimulus.condition().text())
                    .put("item", stimulus.item().text())
                    .put("sha256", digest.hex()));
            frozen.putRawValue("study", new RawValue(canonicalText()));
            frozen.put("version", version);
            return JSON.writeValueAsBytes(frozen);
        } catch (IOException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private String canonicalText() {
        return new String(StudyDocument.canonical(study), StandardCharsets.UTF_8);
    }

    /** The name of this version. */
    public Digest digest() {
        return Digest.of(bytes());
    }

    /**
     * Reads frozen bytes.
     *
     * @throws IllegalArgumentException if these bytes were never those of an edition
     */
    public static Edition read(byte[] frozen) {
        try {
            JsonNode tree = JSON.readTree(frozen);
            Study study = StudyDocument.readCanonical(JSON.writeValueAsBytes(tree.path("study")));
            SortedMap<Stimulus, Digest> files = new TreeMap<>();
            for (JsonNode entry : tree.path("stimuli")) {
                Id item = new Id(entry.path("item").asText());
                Id condition = new Id(entry.path("condition").asText());
                files.put(
                        new Stimulus(item, condition),
                        new Digest(entry.path("sha256").asText()));
            }
            Optional<Digest> before = Optional.ofNullable(tree.get("before")).map(node -> new Digest(node.asText()));
            return new Edition(tree.path("version").asInt(), study, files, before);
        } catch (IOException e) {
            throw new IllegalArgumentException("not an edition: " + e.getMessage(), e);
        }
    }

    /** What changed since an earlier version. */
    public List<Change> since(Edition earlier) {
        return StudyDocument.changes(earlier.study, study);
    }

    /** Whether participants of both versions saw and did the same, so that their answers may be analysed together. */
    public boolean poolsWith(Edition other) {
        return files.equals(other.files)
                && since(other).stream().allMatch(change -> AROUND.stream()
                        .anyMatch(key -> change.path().equals(key)
                                || change.path().startsWith(key + ".")
                                || change.path().startsWith(key + "[")));
    }
}
