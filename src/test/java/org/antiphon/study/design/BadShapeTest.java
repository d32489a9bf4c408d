package org.antiphon.study.design;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What cannot stand where it stands is refused there, with a way out. */
class BadShapeTest {

    private static final List<Slip> SLIPS = List.of(
            new Slip(
                    "a key misspelt",
                    "recruitment:",
                    "recruitmnet:",
                    "recruitmnet",
                    "",
                    "no key \"recruitmnet\"",
                    "Did you mean \"recruitment\"?"),
            new Slip(
                    "a key in camel case",
                    "recruitment:",
                    "breakEvery: 3\nrecruitment:",
                    "breakEvery",
                    "",
                    "no key",
                    "the keys here are format"),
            new Slip(
                    "a key of another kind",
                    "model: etude",
                    "model: etude\n    cutoff: 3500",
                    "cutoff",
                    "conditions[1]",
                    "no key \"cutoff\"",
                    "belongs to anchor"),
            new Slip("a key missing", "id: small\n", "", "format", "", "\"id\" is missing", "Add it: A short name"),
            new Slip(
                    "a key twice",
                    "id: small",
                    "id: small\nid: large",
                    "large",
                    "",
                    "stands twice",
                    "the first is in line 2"),
            new Slip(
                    "a text for a number",
                    "points: 5",
                    "points: five",
                    "five",
                    "scales[0].points",
                    "should be a number",
                    "one of 5, 7, 9"),
            new Slip(
                    "a number in quotes",
                    "points: 5",
                    "points: \"5\"",
                    "points",
                    "scales[0].points",
                    "a text and not a number",
                    "without quotes"),
            new Slip(
                    "a number that is not possible",
                    "points: 5",
                    "points: 6",
                    "points",
                    "scales[0].points",
                    "6 is not possible",
                    "one of 5, 7, 9"),
            new Slip(
                    "a fraction",
                    "target: 10",
                    "target: 10.5",
                    "target",
                    "recruitment.target",
                    "not whole",
                    "whole number"),
            new Slip(
                    "a number out of range",
                    "loudness: -23",
                    "loudness: 23",
                    "loudness",
                    "presentation.loudness",
                    "23 is not possible",
                    "from -36 to -14"),
            new Slip(
                    "no number at all",
                    "loudness: -23",
                    "loudness: .nan",
                    "loudness",
                    "presentation.loudness",
                    "should be a number",
                    "from -36 to -14"),
            new Slip(
                    "a list for a block",
                    "presentation:\n  medium: video\n  loudness: -23",
                    "presentation: [video]",
                    "[video]",
                    "presentation",
                    "a list",
                    "the keys are medium"),
            new Slip(
                    "a value for a list",
                    "languages: [en, de]",
                    "languages: en",
                    "languages",
                    "languages",
                    "A list belongs here",
                    "[one, two]"),
            new Slip(
                    "a list for a value",
                    "id: small",
                    "id: [small]",
                    "[small]",
                    "id",
                    "One value belongs here",
                    "Write one value"),
            new Slip(
                    "an empty list",
                    "scales: [quality]",
                    "scales: []",
                    "scales: []",
                    "tasks[0].paradigm.scales",
                    "0 elements",
                    "at least 1"),
            new Slip(
                    "an unknown kind",
                    "kind: ground-truth",
                    "kind: groundtruth",
                    "groundtruth",
                    "conditions[0].kind",
                    "no kind",
                    "Did you mean \"ground-truth\"?"),
            new Slip(
                    "no kind",
                    "    kind: ground-truth\n",
                    "",
                    "id: performed",
                    "conditions[0]",
                    "of what kind",
                    "one of anchor, ground-truth"),
            new Slip(
                    "a choice that is none",
                    "medium: video",
                    "medium: film",
                    "film",
                    "presentation.medium",
                    "not one of the choices",
                    "Write one of sound, video"),
            new Slip(
                    "an id that is none",
                    "id: performed",
                    "id: Violin 1",
                    "Violin",
                    "conditions[0].id",
                    "is no id",
                    "Write \"violin-1\""),
            new Slip("an empty value", "id: small", "id:", "id:", "id", "no id here", "Write such a name"),
            new Slip(
                    "a format of the future",
                    "format: 1",
                    "format: 2",
                    "format",
                    "format",
                    "2 is not possible",
                    "Write 1"),
            new Slip(
                    "a list for words",
                    "question: {en: \"How good?\", de: \"Wie gut?\"}",
                    "question: [How good?]",
                    "How good",
                    "scales[0].question",
                    "Words belong here",
                    "language: words"));

    @TestFactory
    Stream<DynamicTest> refusesItAtItsLineWithARemedy() {
        return Slip.allRefused(SLIPS);
    }
}
