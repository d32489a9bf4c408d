package org.antiphon.study.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.antiphon.study.design.document.Finding;
import org.junit.jupiter.api.DynamicTest;

/**
 * One slip in a study that is right otherwise, and what is to be said about it.
 *
 * @param was what stands in the good document
 * @param is what stands there instead
 * @param at the line of the spoilt document that is to be blamed, by a part of it
 * @param path the place that is to be blamed, as keys
 * @param what part of the sentence about what is wrong
 * @param remedy part of the sentence about what to do
 */
record Slip(String name, String was, String is, String at, String path, String what, String remedy) {

    static Stream<DynamicTest> allRefused(List<Slip> slips) {
        return slips.stream().map(slip -> DynamicTest.dynamicTest(slip.name(), slip::refused));
    }

    static List<Finding> findings(String yaml) {
        StudyDocument.Reading reading = StudyDocument.read(yaml.getBytes(StandardCharsets.UTF_8), Examples.NOW);
        assertThat(reading).isInstanceOf(StudyDocument.Reading.Refused.class);
        return ((StudyDocument.Reading.Refused) reading).findings();
    }

    private void refused() {
        assertThat(Examples.SMALL).contains(was);
        String yaml = Examples.SMALL.replace(was, is);
        List<Finding> findings = findings(yaml);
        assertThat(findings).as("findings: %s", findings).anySatisfy(finding -> {
            assertThat(finding.place().line()).isEqualTo(line(yaml));
            assertThat(finding.path()).isEqualTo(path);
            assertThat(finding.what()).contains(what);
            assertThat(finding.remedy()).contains(remedy);
            assertThat(finding.severity()).isEqualTo(Finding.Severity.REFUSED);
        });
    }

    private int line(String yaml) {
        List<String> lines = yaml.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(at)) {
                return i + 1;
            }
        }
        throw new AssertionError("no line has " + at);
    }
}
