package org.antiphon.study.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.antiphon.study.design.document.Finding;
import org.junit.jupiter.api.Test;

/** Documents that are bad as a whole, and what is said when there is more than one problem. */
class BadStudyTest {

    @Test
    void refusesAnEmptyDocument() {
        assertThat(Slip.findings("# nothing yet\n")).singleElement().satisfies(finding -> {
            assertThat(finding.what()).contains("empty");
            assertThat(finding.remedy()).contains("examples");
        });
    }

    @Test
    void saysThatABracketIsOpenAtTheEnd() {
        assertThat(Slip.findings("id: [")).singleElement().satisfies(finding -> {
            assertThat(finding.what()).contains("not closed");
            assertThat(finding.remedy()).contains("Close it");
        });
    }

    @Test
    void refusesADocumentThatIsNoBlock() {
        assertThat(Slip.findings("- a\n- b\n")).singleElement().satisfies(finding -> assertThat(finding.what())
                .contains("A block of keys belongs here, this is a list"));
    }

    @Test
    void refusesADocumentThatIsTooLarge() {
        String yaml = Examples.SMALL + "# " + "x".repeat(1 << 20);
        assertThat(Slip.findings(yaml)).singleElement().satisfies(finding -> {
            assertThat(finding.what()).contains("at most 1048576");
            assertThat(finding.remedy()).contains("files of their own");
        });
    }

    @Test
    void refusesABombOfAliasesWithoutBlowingItUp() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append(("*a" + (i - 1) + ", ").repeat(10))
                    .append("]\n");
        }
        List<Finding> findings = Slip.findings(bomb.toString());
        assertThat(findings).hasSize(101);
        assertThat(findings.get(0).place().line()).isEqualTo(1);
        assertThat(findings.get(0).remedy()).contains("Write the value out");
        assertThat(findings.get(100).what()).contains("more problems");
    }

    @Test
    void refusesADocumentThatIsTooDeep() {
        assertThat(Slip.findings("id: " + "[".repeat(5000)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.what()).contains("25 levels deep"));
    }

    @Test
    void refusesWhatIsNotUtf8AtItsLine() {
        byte[] latin = "id: a\ntitle: Etüde\n".getBytes(StandardCharsets.ISO_8859_1);
        StudyDocument.Reading reading = StudyDocument.read(latin, Examples.NOW);
        assertThat(((StudyDocument.Reading.Refused) reading).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.place().line()).isEqualTo(2);
                    assertThat(finding.remedy()).isEqualTo("Save the file as UTF-8.");
                });
    }

    @Test
    void tellsAllProblemsAtOnceInTheOrderOfTheDocument() {
        String yaml = Examples.SMALL
                .replace("medium: video", "medium: film")
                .replace("points: 5", "points: 6")
                .replace("de: schlecht", "de: ''")
                .replace("scales: [quality]", "scales: [qualty]")
                .replace("recruitment:", "recruitmnet:");
        List<Finding> findings = Slip.findings(yaml);
        assertThat(findings.stream().map(Finding::path))
                .contains("presentation.medium", "scales[0].points", "scales[0].low.de", "tasks[0].paradigm.scales[0]");
        assertThat(findings.stream().map(Finding::place)).isSorted();
        assertThat(findings.stream().map(Finding::what)).contains("There is no key \"recruitmnet\" here.");
    }

    @Test
    void doesNotBlameAReferenceForAnIdThatIsMisspelt() {
        String yaml = Examples.SMALL.replace("  - id: quality\n", "  - idd: quality\n");
        assertThat(Slip.findings(yaml).stream().map(Finding::path)).doesNotContain("tasks[0].paradigm.scales[0]");
    }

    @Test
    void acceptsAStudyThatClosesToday() {
        String yaml = Examples.SMALL.replace("target: 10", "target: 10\n  closes: 2031-05-17");
        assertThat(Examples.accepted(yaml).recruitment().closes()).isPresent();
    }

    @Test
    void refusesSilenceWithoutPictures() {
        String yaml = Examples.SMALL
                .replace("medium: video", "medium: sound")
                .replace("    kind: model\n    model: etude\n    seed: 7\n", "    kind: silent\n");
        assertThat(Slip.findings(yaml)).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo("conditions[1]");
            assertThat(finding.what()).contains("Without pictures");
            assertThat(finding.remedy()).contains("medium: video");
        });
    }
}
