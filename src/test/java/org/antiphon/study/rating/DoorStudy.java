package org.antiphon.study.rating;

/** A short study of everything that comes before and between the pages of a task; its clips are those of {@link PagesStudy}. */
final class DoorStudy {

    private static final String YAML = """
            format: 1
            id: doors
            languages: [en, ar]
            title: {en: Before anything is judged, ar: قبل أن يُقيَّم أي شيء}
            presentation: {medium: sound, longest: 2}
            conditions:
              - {id: performed, kind: ground-truth}
            items:
              - {id: etude-one, source: {kind: etude, seed: 1, number: 1}}
            scales:
              - id: quality
                kind: continuous
                attribute: quality
                question: {en: How good is the sound?, ar: ما مدى جودة الصوت؟}
                low: {en: bad, ar: سيئ}
                high: {en: good, ar: جيد}
            tasks:
              - id: judging
                paradigm: {kind: rating, scales: [quality]}
                instructions: {en: "You hear a tone, and say how good it is.", ar: ستسمع نغمة وتقول ما مدى جودتها.}
                assignment: {kind: everything, seed: 1}
            checks:
              - {id: adult, kind: age, minimum: 18}
              - {id: home, kind: region, countries: [AT, IE]}
              - {id: loud, kind: level}
              - {id: worn, kind: headphones, method: antiphase, trials: 3, attempts: 1}
            questionnaires:
              - id: you
                questions:
                  - id: which
                    kind: choices
                    question: {en: Which of these do you play?, ar: أيًّا من هذه تعزف؟}
                    options: [{id: strings, label: {en: Strings, ar: أوتار}}, {id: keys, label: {en: Keys, ar: مفاتيح}}]
                  - id: effort
                    kind: likert
                    points: 5
                    question: {en: How awake are you?, ar: ما مدى يقظتك؟}
                    low: {en: asleep, ar: نائم}
                    high: {en: awake, ar: يقظ}
                  - {id: noticed, kind: words, question: {en: What did you notice?, ar: ماذا لاحظت؟}, optional: true}
            consent:
              text: {en: You hear tones. Nothing else is kept., ar: ستسمع نغمات. لا يُحفظ شيء آخر.}
            flow:
              - kind: consent
              - {kind: check, check: adult}
              - {kind: check, check: home}
              - {kind: check, check: loud}
              - {kind: check, check: worn}
              - {kind: questionnaire, questionnaire: you}
              - {kind: break, text: {en: Take a breath., ar: خذ نفسًا.}}
              - {kind: trials, task: judging}
            exclusions:
              - {id: minor, kind: failed-check, check: adult, then: screen-out}
              - {id: elsewhere, kind: failed-check, check: home, then: flag}
              - {id: loudspeakers, kind: failed-check, check: worn, then: flag}
            recruitment:
              target: 10
              ways: [{kind: open-link}]
            """;

    private DoorStudy() {}

    static String named(String slug) {
        return YAML.replaceFirst("(?m)^id: doors$", "id: " + slug);
    }
}
