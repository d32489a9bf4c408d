package org.antiphon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final AtomicLong clock = new AtomicLong(5 * SECOND);

    @Test
    void printsALineForEachStageAndEachTenth() {
        ProgressBar bar = ProgressBar.inLines(out, clock::get);
        for (int i = 0; i <= 100; i++) {
            bar.at(i < 50 ? "watching" : "playing", i / 100.0);
        }
        bar.close();
        assertThat(text().lines()).hasSize(11).first().isEqualTo("  0 %  watching");
        assertThat(text()).doesNotContain("\r");
    }

    @Test
    void tellsTheRemainingTimeOnceItIsKnown() {
        ProgressBar bar = ProgressBar.inLines(out, clock::get);
        bar.at("watching", 0.01);
        clock.addAndGet(10 * SECOND);
        bar.at("watching", 0.25);
        assertThat(text().lines()).containsExactly("  1 %  watching", " 25 %  watching, 30 s left");
    }

    @Test
    void paintsOverItsOwnLineAndLeavesNothingBehind() {
        ProgressBar bar = ProgressBar.painting(out, clock::get);
        bar.at("watching the bow", 0.5);
        clock.addAndGet(SECOND);
        bar.at("playing", 1.0);
        bar.close();
        assertThat(text()).startsWith("\r[############............]  50 %  watching the bow\r[####");
        assertThat(text()).endsWith(" \r").doesNotContain("\n");
    }

    @Test
    void paintsAtMostTenTimesASecond() {
        ProgressBar bar = ProgressBar.painting(out, clock::get);
        for (int i = 0; i < 1000; i++) {
            clock.addAndGet(SECOND / 1000);
            bar.at("watching", i / 2000.0);
        }
        assertThat(text().chars().filter(c -> c == '\r').count()).isBetween(5L, 12L);
    }

    @Test
    void staysWithinTheWholeWhateverIsReported() {
        ProgressBar bar = ProgressBar.inLines(out, clock::get);
        bar.at("a", -1);
        bar.at("b", Double.NaN);
        bar.at("c", 7);
        assertThat(text().lines()).containsExactly("  0 %  a", "  0 %  b", "100 %  c");
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
