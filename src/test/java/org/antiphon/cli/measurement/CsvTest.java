package org.antiphon.cli.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvTest {

    private static Csv.Row one(String text) throws IOException {
        return new Csv(new StringReader(text)).next().orElseThrow();
    }

    @Test
    void readsWhatItWrites() throws IOException {
        List<String> fields = List.of("plain", "", "a,b", "say \"x\"", "two\nlines", "é“”");
        Csv.Row row = one(Csv.line(fields));
        assertThat(row.fields()).isEqualTo(fields);
        assertThat(row.complete()).isTrue();
    }

    @Test
    void countsLinesAndTakesEveryLineBreak() throws IOException {
        Csv csv = new Csv(new StringReader("\uFEFFa,b\r\n\"c\nd\",e\rf,g\nh"));
        assertThat(csv.next().orElseThrow().fields()).containsExactly("a", "b");
        assertThat(csv.next().orElseThrow()).isEqualTo(new Csv.Row(List.of("c\nd", "e"), 2, true));
        assertThat(csv.next().orElseThrow().line()).isEqualTo(4);
        assertThat(csv.next().orElseThrow()).isEqualTo(new Csv.Row(List.of("h"), 5, false));
        assertThat(csv.next()).isEqualTo(Optional.empty());
    }

    @Test
    void knowsARecordThatBreaksOff() throws IOException {
        assertThat(one("a,\"b").complete()).isFalse();
        assertThat(one("a,").fields()).containsExactly("a", "");
    }

    @Test
    void memoryIsSharedOutAndGivenBack() {
        MemoryGate gate = new MemoryGate(10 << 20);
        try (MemoryGate.Share share = gate.take(8 << 20)) {
            assertThat(share.refused()).isFalse();
        }
        try (MemoryGate.Share again = gate.take(8 << 20);
                MemoryGate.Share tooMuch = gate.take(11 << 20)) {
            assertThat(again.refused()).isFalse();
            assertThat(tooMuch.refused()).isTrue();
        }
    }
}
