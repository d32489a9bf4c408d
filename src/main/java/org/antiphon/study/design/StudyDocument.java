package org.antiphon.study.design;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.antiphon.study.design.document.Change;
import org.antiphon.study.design.document.Finding;
import org.antiphon.study.design.document.Findings;
import org.antiphon.study.design.document.Format;
import org.antiphon.study.design.document.Part;

/** Studies as YAML documents: reading them, writing them, and what all their spellings have in common. */
public final class StudyDocument {

    private static final Format<Study> FORMAT = new Format<>(Study.class);

    private StudyDocument() {}

    /** What reading a document gives. */
    public sealed interface Reading {

        /** A study that can be published; the advice may be followed or not. */
        record Accepted(Study study, List<Finding> advice) implements Reading {}

        /** Everything that stands in the way, and advice, from the first line to the last. */
        record Refused(List<Finding> findings) implements Reading {}
    }

    /**
     * Reads a document.
     *
     * @param yaml YAML in UTF-8
     * @param now what time it is; a study cannot close in the past
     */
    public static Reading read(byte[] yaml, Instant now) {
        Findings findings = new Findings();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return FORMAT.read(yaml, (root, found) -> rules(root, today, found), findings)
                .<Reading>map(study -> new Reading.Accepted(study, findings.inOrder()))
                .orElseGet(() -> new Reading.Refused(findings.inOrder()));
    }

    /**
     * Reads what {@link #canonical} wrote: a study that was published in time stays what it was, after its last day and
     * under stricter rules.
     *
     * @throws IllegalArgumentException if it never was a study
     */
    static Study readCanonical(byte[] canonical) {
        return FORMAT.readAccepted(canonical);
    }

    private static void rules(Part root, LocalDate today, Findings findings) {
        ConditionRules.check(root, findings);
        CaptionRules.check(root, findings);
        ParadigmRules.check(root, findings);
        PlanRules.check(root, findings);
        CheckRules.check(root, findings);
        FlowRules.check(root, findings);
        ExclusionRules.check(root, findings);
        RecruitmentRules.check(root, today, findings);
    }

    /** The study as YAML for people. */
    public static String write(Study study) {
        return FORMAT.yaml(study);
    }

    /** What stands in a document, right or wrong, as JSON; empty if it is no YAML at all. */
    public static Optional<String> tree(byte[] yaml) {
        return Format.tree(yaml);
    }

    /** An edited {@link #tree} as YAML again; comments are lost. */
    public static String fromTree(String tree) {
        return Format.yaml(tree);
    }

    /** The document with an edited {@link #tree} in it: only the lines of what has changed are others, comments stay. */
    public static String withTree(String yaml, String tree) {
        return Format.yaml(tree, yaml);
    }

    /** The bytes that are the same for all spellings of a study, and that are hashed. */
    public static byte[] canonical(Study study) {
        return FORMAT.canonical(study);
    }

    /** What one has to change in {@code before} to get {@code after}. */
    public static List<Change> changes(Study before, Study after) {
        return FORMAT.changes(before, after);
    }

    /** JSON Schema of the documents. */
    public static String schema() {
        return FORMAT.schema("urn:antiphon:schema:study:1", "A listening study of Antiphon");
    }
}
