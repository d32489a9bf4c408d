package org.antiphon.study.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.antiphon.study.design.document.Language;
import org.junit.jupiter.api.Test;

class StandardLabelsTest {

    @Test
    void goFromWorstToBest() {
        assertThat(StandardLabels.in(new Language("en"))).contains(List.of("Bad", "Poor", "Fair", "Good", "Excellent"));
        assertThat(StandardLabels.in(new Language("fr"))).isEmpty();
    }

    @Test
    void areAskedForInALanguageThatHasNone() {
        String french = new String(Examples.bytes("vocoders"), java.nio.charset.StandardCharsets.UTF_8)
                .replace("languages: [en]", "languages: [fr]");
        StudyDocument.Reading reading =
                StudyDocument.read(french.getBytes(java.nio.charset.StandardCharsets.UTF_8), Examples.NOW);
        assertThat(((StudyDocument.Reading.Refused) reading).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.path()).isEqualTo("tasks[0].paradigm");
                    assertThat(finding.remedy()).contains("five from low to high");
                });
    }
}
