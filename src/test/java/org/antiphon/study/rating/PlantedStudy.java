package org.antiphon.study.rating;

import java.util.Map;

/** A study of which the truth is known: a MUSHRA test, and preferences with ties. */
final class PlantedStudy {

    static final String REFERENCE = "performed";
    static final String MID_ANCHOR = "mid";
    static final String LIKING = "liking";

    /** The item whose mid anchor nobody hears to be degraded. */
    static final String UNDEGRADED = "ten";

    /** True means of ratings, far enough from the ends that cutting there does not move them. */
    static final Map<String, Double> MEANS = Map.of("low", 30.0, MID_ANCHOR, 52.0, "translated", 60.0, "retold", 48.0);

    /** True strengths, by Bradley and Terry; they add up to 0. */
    static final Map<String, Double> STRENGTHS = Map.of(REFERENCE, 0.9, "translated", 0.1, "retold", -1.0);

    /** Davidson's parameter. */
    static final double TIES = 0.5;

    private static final String YAML = """
            format: 1
            id: planted
            languages: [en]
            title: A study of which the truth is known
            presentation: {medium: sound, longest: 5}
            conditions:
              - {id: performed, kind: ground-truth}
              - {id: low, kind: anchor, cutoff: 3500}
              - {id: mid, kind: anchor, cutoff: 7000}
              - {id: translated, kind: model, model: etude, seed: 7}
              - {id: retold, kind: model, model: etude, seed: 8}
            items:
              - {id: one, source: {kind: etude, seed: 1, number: 1}}
              - {id: two, source: {kind: etude, seed: 1, number: 2}}
              - {id: three, source: {kind: etude, seed: 1, number: 3}}
              - {id: four, source: {kind: etude, seed: 1, number: 4}}
              - {id: five, source: {kind: etude, seed: 1, number: 5}}
              - {id: six, source: {kind: etude, seed: 1, number: 6}}
              - {id: seven, source: {kind: etude, seed: 1, number: 7}}
              - {id: eight, source: {kind: etude, seed: 1, number: 8}}
              - {id: nine, source: {kind: etude, seed: 1, number: 9}}
              - {id: ten, source: {kind: etude, seed: 1, number: 10}}
            tasks:
              - id: closeness
                paradigm: {kind: mushra, question: How close is each to the reference?, reference: performed}
                assignment: {kind: everything, seed: 3}
              - id: liking
                paradigm: {kind: preference, question: Which of the two do you prefer?, ties: true}
                conditions: [performed, translated, retold]
                items: [one, two, three, four]
                assignment: {kind: everything, seed: 2}
            consent:
              text: You hear short sounds. Nothing else is kept.
            flow:
              - kind: consent
              - {kind: trials, task: closeness}
              - {kind: trials, task: liking}
            recruitment:
              target: 100
              ways: [{kind: open-link}]
            """;

    private PlantedStudy() {}

    static String named(String slug) {
        return YAML.replaceFirst("(?m)^id: planted$", "id: " + slug);
    }
}
