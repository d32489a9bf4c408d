package org.antiphon.study.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.antiphon.study.design.document.Finding;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What somebody gets wrong who writes a study for the first time: each is refused, at its line, with something to do about it. */
class OutsidersTest {

    /**
     * @param was what stands in the good document
     * @param is what stands there instead
     * @param at part of the line that is to be blamed
     */
    private record Mistake(String name, String was, String is, String at) {}

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake("a tab for spaces", "  medium: video", "\tmedium: video", "medium"),
            new Mistake("a key twice", "id: small", "id: small\nid: other", "other"),
            new Mistake("a block twice", "consent:", "scales: []\nconsent:", "scales: []"),
            new Mistake("a word for a number", "target: 10", "target: ten", "ten"),
            new Mistake("a number with a comma", "loudness: -23", "loudness: -23,5", "-23,5"),
            new Mistake("a number with its unit", "loudness: -23", "loudness: -23 LUFS", "LUFS"),
            new Mistake("a number for a list", "languages: [en, de]", "languages: 2", "languages"),
            new Mistake(
                    "yes for true",
                    "recruitment:",
                    "questionnaires:\n  - {id: q, questions: [{id: a, kind: words, question: {en: Q, de: F}, optional: yes}]}\nrecruitment:",
                    "optional: yes"),
            new Mistake("a key in the singular", "scales:\n", "scale:\n", "scale:"),
            new Mistake("a key with an underscore", "assignment:", "assign_ment:", "assign_ment"),
            new Mistake("a key in capitals", "title:", "Title:", "Title:"),
            new Mistake("a kind that is spelt otherwise", "kind: latin-square", "kind: latin square", "latin square"),
            new Mistake("a kind in camel case", "kind: ground-truth", "kind: groundTruth", "groundTruth"),
            new Mistake("a scale that is nowhere", "scales: [quality]", "scales: [realness]", "realness"),
            new Mistake("a task that is nowhere", "task: main", "task: mian", "mian"),
            new Mistake("two items with one id", "{id: two,", "{id: one,", "number: 2"),
            new Mistake(
                    "two conditions with one id", "id: translated", "id: performed", "id: performed\n    kind: model"),
            new Mistake("an id with a space", "id: quality", "id: the quality", "the quality"),
            new Mistake("an id with a capital", "id: main", "id: Main", "Main"),
            new Mistake("a language that is missing", "low: {en: bad, de: schlecht}", "low: {en: bad}", "low:"),
            new Mistake("a language by its name", "languages: [en, de]", "languages: [English, de]", "English"),
            new Mistake(
                    "the language of Norway, which is a word",
                    "languages: [en, de]",
                    "languages: [en, de, no]",
                    "title"),
            new Mistake("words that are empty", "high: {en: good, de: gut}", "high: {en: '', de: gut}", "high"),
            new Mistake(
                    "a range upside down",
                    "recruitment:",
                    "questionnaires:\n  - {id: q, questions: [{id: a, kind: number, question: {en: Q, de: F}, least: 9, most: 1}]}\nrecruitment:",
                    "least: 9"),
            new Mistake("a scale of six points", "points: 5", "points: 6", "points"),
            new Mistake("a seed below zero", "seed: 7", "seed: -7", "-7"),
            new Mistake(
                    "a share in per cent",
                    "recruitment:",
                    "checks:\n  - {id: h, kind: listening, task: main, share: 90}\nrecruitment:",
                    "share: 90"),
            new Mistake("a day as Germans write it", "target: 10", "target: 10\n  closes: 17.5.2031", "closes"),
            new Mistake(
                    "a colon within a text",
                    "title: {en: A study, de: Eine Studie}",
                    "title: Attention: a study",
                    "Attention"),
            new Mistake("an apostrophe in quotes", "\"How good?\"", "'How's it?'", "How's"),
            new Mistake("a bracket left open", "scales: [quality]", "scales: [quality", "[quality"),
            new Mistake("a dash without a space", "    - kind: open-link", "    -kind: open-link", "ways"),
            new Mistake("an anchor", "kind: ground-truth", "kind: &k ground-truth", "&k"),
            new Mistake("a flow without consent", "  - kind: consent\n", "", "kind: trials"),
            new Mistake(
                    "a task that nobody comes to",
                    "  - kind: trials\n    task: main\n",
                    "  - {kind: break, text: {en: A, de: B}}\n",
                    "id: main"),
            new Mistake("nothing behind a key", "id: small", "id:", "id:"),
            new Mistake(
                    "a path for an id",
                    "source: {kind: etude, seed: 1, number: 1}",
                    "source: {kind: uploaded, file: /home/me/a.wav}",
                    "/home/me"),
            new Mistake(
                    "a sound that is streamed",
                    "source: {kind: etude, seed: 1, number: 1}",
                    "source: {kind: uploaded, file: 'https://a.b/c.wav'}",
                    "https"));

    @TestFactory
    Stream<DynamicTest> areToldWhereAndWhatToDo() {
        return MISTAKES.stream().map(mistake -> DynamicTest.dynamicTest(mistake.name(), () -> refused(mistake)));
    }

    private static void refused(Mistake mistake) {
        assertThat(Examples.SMALL).contains(mistake.was());
        String yaml = Examples.SMALL.replaceFirst(Pattern.quote(mistake.was()), Matcher.quoteReplacement(mistake.is()));
        StudyDocument.Reading reading = StudyDocument.read(yaml.getBytes(StandardCharsets.UTF_8), Examples.NOW);
        assertThat(reading).isInstanceOf(StudyDocument.Reading.Refused.class);
        List<Finding> findings = ((StudyDocument.Reading.Refused) reading).findings();
        int at = yaml.indexOf(mistake.at());
        int line = (int) yaml.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        assertThat(findings).as(findings.toString()).anySatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.REFUSED);
            assertThat(finding.place().line()).isEqualTo(line);
            assertThat(finding.remedy()).hasSizeGreaterThan(8);
        });
        assertThat(findings).allSatisfy(finding -> assertThat(finding.remedy()).isNotBlank());
    }
}
