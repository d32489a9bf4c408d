package org.antiphon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerRunTest {

    @Test
    void saysWhatTheFirstFailureSaid() {
        Throwable failure = new RuntimeException(
                "Failed to start application", new IllegalStateException("antiphon.nonsense does not map to any root"));
        assertThat(ServerRun.innermost(failure)).isEqualTo("antiphon.nonsense does not map to any root");
    }

    @Test
    void namesTheKindOfAFailureThatSaysNothing() {
        assertThat(ServerRun.innermost(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }
}
