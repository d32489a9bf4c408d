package org.antiphon.study.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The studies that are shipped, and a small one to spoil. */
public final class Examples {

    public static final List<String> NAMES = List.of("etudes", "vocoders", "expression");

    public static final Instant NOW = Instant.parse("2031-05-17T12:00:00Z");

    /** Short enough to be seen whole, and right in every respect. */
    public static final String SMALL = """
            format: 1
            id: small
            languages: [en, de]
            title: {en: A study, de: Eine Studie}
            presentation:
              medium: video
              loudness: -23
            conditions:
              - id: performed
                kind: ground-truth
              - id: translated
                kind: model
                model: etude
                seed: 7
            items:
              - {id: one, source: {kind: etude, seed: 1, number: 1}}
              - {id: two, source: {kind: etude, seed: 1, number: 2}}
            scales:
              - id: quality
                kind: likert
                attribute: quality
                points: 5
                question: {en: "How good?", de: "Wie gut?"}
                low: {en: bad, de: schlecht}
                high: {en: good, de: gut}
            tasks:
              - id: main
                paradigm:
                  kind: rating
                  scales: [quality]
                assignment:
                  kind: latin-square
                  seed: 1
            consent:
              text: {en: Do you agree?, de: Stimmen Sie zu?}
            flow:
              - kind: consent
              - kind: trials
                task: main
            recruitment:
              target: 10
              ways:
                - kind: open-link
            """;

    private Examples() {}

    public static byte[] bytes(String name) {
        try (InputStream in = Study.class.getResourceAsStream("examples/" + name + ".yaml")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Study study(String name) {
        return accepted(bytes(name));
    }

    public static Study accepted(String yaml) {
        return accepted(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static Study accepted(byte[] yaml) {
        StudyDocument.Reading reading = StudyDocument.read(yaml, NOW);
        assertThat(reading).isInstanceOf(StudyDocument.Reading.Accepted.class);
        return ((StudyDocument.Reading.Accepted) reading).study();
    }
}
