package org.antiphon.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WayOnTest {

    @Test
    void leadsVisitorsToTheDemoAndResearchersToTheirStudies() {
        assertThat(WayOn.from("/translations/none").address()).isEqualTo("/");
        assertThat(WayOn.from("/studies/none").address()).isEqualTo("/studies");
    }

    @Test
    void leadsParticipantsNowhere() {
        assertThat(WayOn.from("/s/none")).isNull();
    }
}
