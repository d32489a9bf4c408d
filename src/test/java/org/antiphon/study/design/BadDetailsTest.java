package org.antiphon.study.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Contradictions that only a larger study can have: each example is spoilt in one place at a time. */
class BadDetailsTest {

    private record Spoilt(String example, String was, String is, String path, String what) {

        void refused() {
            String yaml = new String(Examples.bytes(example), StandardCharsets.UTF_8);
            assertThat(yaml).contains(was);
            assertThat(Slip.findings(yaml.replace(was, is))).as("findings").anySatisfy(finding -> {
                assertThat(finding.path()).isEqualTo(path);
                assertThat(finding.what()).contains(what);
                assertThat(finding.remedy()).isNotBlank();
            });
        }
    }

    private static final List<Spoilt> SPOILT = List.of(
            new Spoilt("etudes", "of: performed", "of: exchanged", "conditions[3].of", "cannot be shuffled"),
            new Spoilt("etudes", "longest: 6", "longest: 60\n  colour: red", "presentation", "no key \"colour\""),
            new Spoilt("vocoders", "seconds: 8", "seconds: 12", "items[2].seconds", "longer than the study allows"),
            new Spoilt(
                    "vocoders",
                    "files: {griffin-lim: griffin-lim/guitar.wav}",
                    "files: {griffin-lim: g.wav, recording: x.wav}",
                    "items[6].files.recording",
                    "takes no files"),
            new Spoilt(
                    "vocoders",
                    "griffin-lim/guitar.wav",
                    "/etc/passwd",
                    "items[6].files.griffin-lim",
                    "not a name among"),
            new Spoilt(
                    "vocoders", "kind: everything", "kind: latin-square", "tasks[0].assignment", "nothing to rotate"),
            new Spoilt("vocoders", "pass: 1", "pass: 2", "checks[4].pass", "pages of the training, which are 1"),
            new Spoilt(
                    "vocoders",
                    "  - {id: steady,",
                    "  - {id: second, kind: training-gate, task: fidelity, pass: 1}\n  - {id: steady,",
                    "checks[5]",
                    "has a gate already"),
            new Spoilt("vocoders", "trials: 1, tol", "trials: 7, tol", "checks[5].trials", "which are 6"),
            new Spoilt(
                    "vocoders",
                    "kind: repeated, task: fidelity, trials: 1, tolerance: 15",
                    "kind: gold, task: fidelity, item: guitar, conditions: [recording], expected: {kind: rating, at-least: 90}",
                    "checks[5]",
                    "nothing can be hidden"),
            new Spoilt(
                    "vocoders",
                    "check: steady, then: flag",
                    "check: steady, then: screen-out",
                    "exclusions[6].then",
                    "known only at the end"),
            new Spoilt(
                    "vocoders",
                    "check: headphones, then",
                    "check: headphones, failures: 2, then",
                    "exclusions[1].failures",
                    "can be failed once"),
            new Spoilt(
                    "vocoders",
                    "kind: hidden-reference, task: fidelity, then: exclude",
                    "kind: hidden-reference, task: fidelity, then: screen-out",
                    "exclusions[3].then",
                    "when all answers are there"),
            new Spoilt(
                    "vocoders",
                    "  - {kind: training, task: fidelity}\n",
                    "",
                    "tasks[0].training",
                    "ever comes to this training"),
            new Spoilt(
                    "vocoders",
                    "  - {kind: training, task: fidelity}\n  - {kind: trials, task: fidelity}\n",
                    "  - {kind: trials, task: fidelity}\n  - {kind: training, task: fidelity}\n",
                    "flow[7]",
                    "comes after its task"),
            new Spoilt(
                    "vocoders",
                    "{kind: check, check: loudness}",
                    "{kind: check, check: steady}",
                    "flow[4].check",
                    "no page of its own"),
            new Spoilt(
                    "vocoders",
                    "{kind: check, check: loudness}",
                    "{kind: check, check: adult}",
                    "flow[4]",
                    "stands twice"),
            new Spoilt("vocoders", "least: 0", "least: 90", "questionnaires[0].questions[0]", "least is above most"),
            new Spoilt(
                    "expression",
                    "number: 9}, intention: happy}",
                    "number: 9}, intention: happy, captions: {en: WEBVTT, de: Worte}}",
                    "items[0].captions.en",
                    "have no time in them"),
            new Spoilt(
                    "expression",
                    "number: 9}, intention: happy}",
                    "number: 9}, intention: happy, captions: \"WEBVTT\\n\\n0:1 --> 0:2\\nOh\\n\\n00:00.000 --> 00:01.000\\nOh\"}",
                    "items[0].captions",
                    "0:1 --> 0:2"),
            new Spoilt(
                    "expression", "huggins, pass: 5", "huggins, pass: 7", "checks[3].pass", "questions, which are 6"),
            new Spoilt(
                    "expression", "[AT, CH,", "[AT, XX,", "checks[1].countries[1]", "No country has the code \"XX\""),
            new Spoilt(
                    "expression", "chooses: angry", "chooses: bored", "checks[6].expected.chooses", "cannot be chosen"),
            new Spoilt(
                    "expression",
                    "conditions: [performed], expected: {kind: choice, chooses: angry}",
                    "conditions: [performed, silent], expected: {kind: choice, chooses: angry}",
                    "checks[6].conditions",
                    "shows one condition"),
            new Spoilt(
                    "expression",
                    "expected: {kind: choice, chooses: angry}",
                    "expected: {kind: rating, at-least: 3}",
                    "checks[6].expected",
                    "are a choice"),
            new Spoilt(
                    "expression",
                    "{a: translated, b: retold}",
                    "{a: translated, b: silent}",
                    "tasks[1].paradigm.pairs[1].b",
                    "not among the conditions of the task"),
            new Spoilt(
                    "expression",
                    "{a: translated, b: retold}",
                    "{a: retold, b: retold}",
                    "tasks[1].paradigm.pairs[1]",
                    "compared with itself"),
            new Spoilt(
                    "expression",
                    "{a: translated, b: retold}",
                    "{a: translated, b: performed}",
                    "tasks[1].paradigm.pairs[1]",
                    "stands twice"),
            new Spoilt(
                    "expression",
                    "performed-exchanged, translated-exchanged]",
                    "performed-exchanged]",
                    "tasks[0].conditions",
                    "no mismatched sound"),
            new Spoilt(
                    "expression",
                    "[performed, translated, performed-exchanged,",
                    "[translated, performed-exchanged,",
                    "tasks[0].conditions",
                    "which is not among"),
            new Spoilt(
                    "expression",
                    "[performed, translated, silent]",
                    "[performed, translated, translated]",
                    "tasks[2].conditions[2]",
                    "stands twice"),
            new Spoilt(
                    "expression",
                    "intention: tender}",
                    "intention: dreamy}",
                    "items[2].intention",
                    "not among the options"),
            new Spoilt(
                    "expression",
                    "screened-out: C1OUT",
                    "screened-out: C1DONE",
                    "recruitment.ways[0].screened-out",
                    "same code"),
            new Spoilt(
                    "expression",
                    "- kind: open-link",
                    "- {kind: prolific, completed: X}",
                    "recruitment.ways[1]",
                    "stands twice"),
            new Spoilt(
                    "expression",
                    "question: training,",
                    "question: schooling,",
                    "recruitment.quotas[0].question",
                    "does not ask this"),
            new Spoilt(
                    "expression",
                    "question: training,",
                    "question: instruments,",
                    "recruitment.quotas[0].question",
                    "kind choice"),
            new Spoilt(
                    "expression",
                    "option: musician,",
                    "option: teacher,",
                    "recruitment.quotas[0].option",
                    "no such option"),
            new Spoilt(
                    "expression",
                    "  - {kind: questionnaire, questionnaire: between}\n",
                    "",
                    "questionnaires[1]",
                    "ever comes to this questionnaire"),
            new Spoilt(
                    "expression",
                    "      affect:\n",
                    "      gems: {permission: false, question: {en: Q, de: F}, labels: {wonder: {en: w, de: s}}}\n      affect:\n",
                    "tasks[2].paradigm.gems.permission",
                    "without permission"));

    @TestFactory
    Stream<DynamicTest> refusesWhatContradictsItself() {
        return SPOILT.stream()
                .map(spoilt -> DynamicTest.dynamicTest(spoilt.path() + ": " + spoilt.what(), spoilt::refused));
    }
}
