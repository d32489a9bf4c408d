package org.antiphon.dashboard.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs are run against an export by hand; here is only seen that they are whole. */
class ScriptTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "means",
                "distribution",
                "differences",
                "agreement",
                "screening",
                "preferences",
                "right",
                "hits",
                "affect",
                "metrics",
                "clips",
                "models-means",
                "models-compared"
            })
    void isWholeInBothLanguages(String kind) {
        Script script = new Script(kind, Map.of(), Map.of())
                .with("scales", List.of("quality", "a \"quoted\" café"))
                .with("group", List.of())
                .with("seed", 7);
        String r = script.r("Means\nof something");
        String python = script.python("Means\nof something");
        assertThat(r)
                .startsWith("# Means of something\n")
                .contains("scales <- c(\"quality\", \"a \\\"quoted\\\" caf\\u00e9\")\n")
                .contains("group <- character(0)\n")
                .contains("seed <- 7\n")
                .contains("tell(");
        assertThat(python)
                .startsWith("# Means of something\n")
                .contains("scales = [\"quality\", \"a \\\"quoted\\\" caf\\u00e9\"]\n")
                .contains("group = []\n")
                .contains("seed = 7\n")
                .contains("tell(");
        balanced(r);
        balanced(python);
    }

    @Test
    void refusesAKindThatThereIsNot() {
        assertThatThrownBy(() -> new Script("magic", Map.of(), Map.of()).r("")).hasMessageContaining("magic.R");
    }

    /** Every bracket outside of words and remarks is closed by its like. */
    private static void balanced(String program) {
        StringBuilder open = new StringBuilder();
        for (String line : program.replaceAll("\"(\\\\.|[^\"\\\\])*\"", "").split("\n")) {
            for (char c : line.replaceAll("#.*", "").toCharArray()) {
                int kind = "([{".indexOf(c);
                if (kind >= 0) {
                    open.append(")]}".charAt(kind));
                } else if (")]}".indexOf(c) >= 0) {
                    assertThat(open).as(line).isNotEmpty();
                    assertThat(open.charAt(open.length() - 1)).as(line).isEqualTo(c);
                    open.setLength(open.length() - 1);
                }
            }
        }
        assertThat(open).isEmpty();
    }
}
