package org.antiphon.study.design.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    void findsTheWordThatWasMeant() {
        List<String> known = List.of("recruitment", "break-every", "consent", "title");
        assertThat(Nearest.to("recruitmnet", known)).contains("recruitment");
        assertThat(Nearest.to("breakEvery", known)).contains("break-every");
        assertThat(Nearest.to("Titel", known)).contains("title");
    }

    @Test
    void findsNothingWhereNothingIsNear() {
        assertThat(Nearest.to("colour", List.of("recruitment", "title"))).isEmpty();
        assertThat(Nearest.to("a", List.of("b"))).isEmpty();
    }
}
