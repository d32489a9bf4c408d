package org.antiphon.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AllowedMethodsTest {

    private final AllowedMethods methods = new AllowedMethods();

    @BeforeEach
    void describe() {
        methods.add("/api/things", "POST");
        methods.add("/api/things/{id}", "GET");
        methods.add("/api/things/{ id }", "DELETE");
        methods.add("/api/things/{id}/{side: left|right}.png", "GET");
        methods.add("/api/things/{id}/parts/", "GET");
        methods.add("//", "GET");
    }

    @Test
    void collectsWhatSeveralMethodsOfOneAddressDo() {
        assertThat(methods.of("/api/things/7")).containsExactly("DELETE", "GET", "HEAD", "OPTIONS");
        assertThat(methods.of("/api/things")).containsExactly("OPTIONS", "POST");
        assertThat(methods.of("/api/things/")).containsExactly("OPTIONS", "POST");
    }

    @Test
    void seesAResourceBehindTheBeginningOfAnother() {
        assertThat(methods.of("/api/things/7/parts")).containsExactly("GET", "HEAD", "OPTIONS");
    }

    @Test
    void keepsToTheExpressionOfAVariable() {
        assertThat(methods.of("/api/things/7/left.png")).contains("GET");
        assertThat(methods.of("/api/things/7/up.png")).isEmpty();
        assertThat(methods.of("/api/things/7/leftXpng")).isEmpty();
    }

    @Test
    void knowsTheRootAndNothingElsewhere() {
        assertThat(methods.of("/")).containsExactly("GET", "HEAD", "OPTIONS");
        assertThat(methods.of("/api/thing")).isEmpty();
        assertThat(methods.of("/elsewhere")).isEmpty();
    }
}
