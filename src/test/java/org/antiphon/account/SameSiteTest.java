package org.antiphon.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameSiteTest {

    @Test
    void letsEverybodyRead() {
        assertThat(SameSite.allows("GET", "cross-site", "https://evil.example", "here.example"))
                .isTrue();
    }

    @Test
    void letsOnlyOurOwnPagesChangeAnything() {
        assertThat(SameSite.allows("POST", "same-origin", "https://here.example", "here.example"))
                .isTrue();
        assertThat(SameSite.allows("POST", "cross-site", null, "here.example")).isFalse();
        assertThat(SameSite.allows("DELETE", "same-site", null, "here.example")).isFalse();
        assertThat(SameSite.allows("PUT", null, "https://evil.example", "here.example"))
                .isFalse();
        assertThat(SameSite.allows("PUT", null, "https://here.example:8443", "here.example:8443"))
                .isTrue();
        assertThat(SameSite.allows("POST", null, "null", "here.example")).isFalse();
        assertThat(SameSite.allows("POST", null, "::not a uri", "here.example")).isFalse();
    }

    @Test
    void letsProgramsThroughThatAreNoBrowsers() {
        assertThat(SameSite.allows("POST", null, null, "here.example")).isTrue();
    }

    @Test
    void leadsNobodyToAnotherServerAfterSigningIn() {
        assertThat(SignInPages.local("/studies/one")).isEqualTo("/studies/one");
        for (String to : new String[] {"//evil.example", "https://evil.example", "/\\evil", "", null, "javascript:x"}) {
            assertThat(SignInPages.local(to)).isEqualTo("/studies");
        }
    }
}
