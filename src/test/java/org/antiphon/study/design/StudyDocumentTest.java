package org.antiphon.study.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.antiphon.study.design.document.Finding;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class StudyDocumentTest {

    @ParameterizedTest
    @FieldSource("org.antiphon.study.design.Examples#NAMES")
    void acceptsEveryExampleWithoutAdvice(String name) {
        StudyDocument.Reading reading = StudyDocument.read(Examples.bytes(name), Examples.NOW);
        assertThat(reading)
                .isInstanceOfSatisfying(StudyDocument.Reading.Accepted.class, accepted -> assertThat(accepted.advice())
                        .isEmpty());
    }

    @ParameterizedTest
    @FieldSource("org.antiphon.study.design.Examples#NAMES")
    void readsBackWhatItWritesForPeople(String name) {
        Study study = Examples.study(name);
        assertThat(Examples.accepted(StudyDocument.write(study))).isEqualTo(study);
    }

    @ParameterizedTest
    @FieldSource("org.antiphon.study.design.Examples#NAMES")
    void readsBackTheCanonicalBytes(String name) {
        Study study = Examples.study(name);
        byte[] canonical = StudyDocument.canonical(study);
        assertThat(StudyDocument.readCanonical(canonical)).isEqualTo(study);
        assertThat(Examples.accepted(new String(canonical, StandardCharsets.UTF_8)))
                .isEqualTo(study);
    }

    @Test
    void givesAllSpellingsOfAStudyTheSameBytes() {
        String other = Examples.SMALL
                .replace("languages: [en, de]", "languages:\n- en\n- \"de\"")
                .replace(
                        "title: {en: A study, de: Eine Studie}",
                        "title:\n  de: 'Eine Studie'   # a remark\n  en: A study")
                .replace("  loudness: -23\n", "  longest: 12.0\n")
                .replace("seed: 7\n", "seed: 07\n");
        assertThat(other).isNotEqualTo(Examples.SMALL);
        assertThat(new String(StudyDocument.canonical(Examples.accepted(other)), StandardCharsets.UTF_8))
                .isEqualTo(
                        new String(StudyDocument.canonical(Examples.accepted(Examples.SMALL)), StandardCharsets.UTF_8))
                .startsWith("{\"conditions\":[{\"id\":\"performed\",\"kind\":\"ground-truth\"},")
                .contains("\"presentation\":{\"longest\":12,\"loudness\":-23,\"medium\":\"video\"}");
    }

    @Test
    void takesWordsThatStandAloneAsTheFirstLanguage() {
        Study study = Examples.study("vocoders");
        assertThat(study.title().in(new Language("en"))).isEqualTo("How much is lost?");
    }

    @Test
    void takesNoAndYesAsWordsLikeYaml12() {
        String spelled = Examples.SMALL.replace("low: {en: bad, de: schlecht}", "low: {en: no, de: off}");
        assertThat(((Scale.Likert) Examples.accepted(spelled).scale(new Id("quality")))
                        .low()
                        .in(new Language("en")))
                .isEqualTo("no");
    }

    @Test
    void usesAllConditionsAndAllItemsThatAreNotTrainedWithUnlessToldOtherwise() {
        Study study = Examples.study("vocoders");
        Task task = study.tasks().get(0);
        assertThat(study.conditionsOf(task)).hasSize(5);
        assertThat(study.itemsOf(task)).hasSize(6).doesNotContain(new Id("guitar"));
    }

    @Test
    void advisesWithoutRefusing() {
        String eleven = Examples.SMALL.replace("target: 10", "target: 11");
        assertThat(StudyDocument.read(eleven.getBytes(StandardCharsets.UTF_8), Examples.NOW))
                .isInstanceOfSatisfying(StudyDocument.Reading.Accepted.class, accepted -> {
                    List<Finding> advice = accepted.advice();
                    assertThat(advice).hasSize(1);
                    assertThat(advice.get(0).severity()).isEqualTo(Finding.Severity.ADVICE);
                    assertThat(advice.get(0).what())
                            .contains("11 participants cannot be shared out evenly among the 2 rows");
                    assertThat(advice.get(0).remedy()).contains("target of 12");
                });
    }

    @Test
    void tellsTheSameProblemsOfADocumentEachTime() {
        byte[] spoilt = Examples.SMALL.replace("id: ", "idd: ").getBytes(StandardCharsets.UTF_8);
        assertThat(StudyDocument.read(spoilt, Examples.NOW)).isEqualTo(StudyDocument.read(spoilt, Examples.NOW));
    }

    @Test
    void acceptsNoPartOfADocumentAndNeverThrows() {
        String whole = new String(Examples.bytes("expression"), StandardCharsets.UTF_8);
        for (int end = 0; end < whole.length() - 200; end += 97) {
            byte[] part = whole.substring(0, end).getBytes(StandardCharsets.UTF_8);
            assertThat(StudyDocument.read(part, Examples.NOW))
                    .as("the first " + end + " characters")
                    .isInstanceOf(StudyDocument.Reading.Refused.class);
        }
    }

    @Test
    void neverThrowsWhateverLineIsLost() {
        List<String> lines = new String(Examples.bytes("expression"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        for (int lost = 0; lost < lines.size(); lost++) {
            List<String> left = new java.util.ArrayList<>(lines);
            left.remove(lost);
            StudyDocument.Reading reading =
                    StudyDocument.read(String.join("\n", left).getBytes(StandardCharsets.UTF_8), Examples.NOW);
            if (reading instanceof StudyDocument.Reading.Refused refused) {
                assertThat(refused.findings()).as("without line " + (lost + 1)).isNotEmpty();
                refused.findings().forEach(finding -> {
                    assertThat(finding.what()).isNotBlank();
                    assertThat(finding.remedy()).isNotBlank();
                });
            }
        }
    }
}
