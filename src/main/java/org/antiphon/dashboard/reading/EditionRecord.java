package org.antiphon.dashboard.reading;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antiphon.study.design.Condition;
import org.antiphon.study.design.Item;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.Task;
import org.antiphon.study.design.document.Kind;

/** An edition, with what is asked about its tasks and items again and again. */
public final class EditionRecord {

    private final int version;
    private final String digest;
    private final String state;
    private final Instant published;
    private final String document;
    private final String frozen;
    private final Study study;
    private final Map<String, String> paradigms = new HashMap<>();
    private final Map<String, String> intentions = new HashMap<>();
    private final Map<String, String> checks = new HashMap<>();
    private final Map<String, String> conditions = new HashMap<>();
    private final Set<String> shuffled = new HashSet<>();

    EditionRecord(
            int version, String digest, String state, Instant published, String document, String frozen, Study study) {
        this.version = version;
        this.digest = digest;
        this.state = state;
        this.published = published;
        this.document = document;
        this.frozen = frozen;
        this.study = study;
        for (Task task : study.tasks()) {
            paradigms.put(task.id().text(), kind(task.paradigm().getClass()));
        }
        for (Item item : study.items()) {
            item.intention().ifPresent(meant -> intentions.put(item.id().text(), meant.text()));
        }
        study.checks().forEach(check -> checks.put(check.id().text(), kind(check.getClass())));
        for (Condition condition : study.conditions()) {
            conditions.put(condition.id().text(), kind(condition.getClass()));
            if (condition instanceof Condition.Shuffled) {
                shuffled.add(condition.id().text());
            }
        }
    }

    /** The word by which a document chooses this record. */
    static String kind(Class<?> type) {
        return type.getAnnotation(Kind.class).value();
    }

    public int version() {
        return version;
    }

    /** SHA-256 of the frozen bytes: the name of the edition. */
    public String digest() {
        return digest;
    }

    /** {@code open}, {@code paused} or {@code closed}. */
    public String state() {
        return state;
    }

    public Instant published() {
        return published;
    }

    /** The YAML as its writer wrote it, with comments; may be empty. */
    public String document() {
        return document;
    }

    /** The frozen bytes as text: JSON in canonical form, with the digests of all files. */
    public String frozen() {
        return frozen;
    }

    public Study study() {
        return study;
    }

    /** What is done in a task, as documents call it: {@code rating}, {@code mushra}, … */
    public String paradigm(String task) {
        return paradigms.get(task);
    }

    /** What the performer of an item meant to express. */
    public Optional<String> intention(String item) {
        return Optional.ofNullable(intentions.get(item));
    }

    /** What kind of check that is: {@code age}, {@code attention}, … */
    public String checkKind(String check) {
        return checks.get(check);
    }

    /** What kind of condition that is: {@code ground-truth}, {@code model}, {@code anchor}, … */
    public String conditionKind(String condition) {
        return conditions.get(condition);
    }

    boolean isShuffled(String condition) {
        return shuffled.contains(condition);
    }

    @Override
    public String toString() {
        return study.id() + " version " + version;
    }
}
