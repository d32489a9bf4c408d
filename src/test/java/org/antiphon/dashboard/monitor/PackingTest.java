package org.antiphon.dashboard.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Traces of sessions come back as they were, whatever numbers their names have. */
class PackingTest {

    private static final Instant SEEN = Instant.parse("2031-05-17T12:00:00.123456Z");

    private final Names steps = new Names();
    private final Names cells = new Names();

    private Packing.Packed session(long id, Trace trace) {
        return new Packing.Packed(id, SEEN.plusSeconds(id), "completed", trace);
    }

    private Trace full() {
        return new Trace(
                new int[] {steps.number("consent"), steps.number("trial-main-1"), steps.number("trial-main-2")},
                new int[] {-1, 0, Integer.MAX_VALUE},
                new int[] {540_000, 540_000, 539_998},
                new int[] {cells.number("main one performed"), cells.number("main two a+b")},
                Map.of("heard", new Trace.Outcomes(3, 200, 0), "pace", new Trace.Outcomes(1, 0, 1)),
                2,
                OptionalDouble.of(7.25),
                List.of(new Flag(Flag.Kind.DEVICE, "„Ein Programm“"), new Flag(Flag.Kind.FAST, "main: 0.7 s.")));
    }

    private static Trace empty() {
        return new Trace(
                new int[0], new int[0], new int[0], new int[0], Map.of(), 0, OptionalDouble.empty(), List.of());
    }

    @Test
    void givesBackWhatWasPacked() {
        steps.number("another step comes first");
        byte[] bytes = Packing.pack(List.of(session(1, full()), session(1L << 40, empty())), steps, cells);
        Names otherSteps = new Names();
        otherSteps.number("trial-main-2");
        Names otherCells = new Names();
        List<Packing.Packed> found = Packing.unpack(bytes, otherSteps, otherCells);

        assertThat(found).extracting(Packing.Packed::session).containsExactly(1L, 1L << 40);
        assertThat(found)
                .extracting(Packing.Packed::seen)
                .containsExactly(SEEN.plusSeconds(1), SEEN.plusSeconds(1L << 40));
        Trace trace = found.get(0).trace();
        assertThat(Arrays.stream(trace.steps()).mapToObj(otherSteps::name))
                .containsExactly("consent", "trial-main-1", "trial-main-2");
        assertThat(Arrays.stream(trace.cells()).mapToObj(otherCells::name))
                .containsExactly("main one performed", "main two a+b");
        assertThat(trace.took()).containsExactly(full().took());
        assertThat(trace.hours()).containsExactly(full().hours());
        assertThat(trace.checks()).isEqualTo(full().checks());
        assertThat(trace.pages()).isEqualTo(2);
        assertThat(trace.median()).isEqualTo(OptionalDouble.of(7.25));
        assertThat(trace.flags()).isEqualTo(full().flags());
        assertThat(found.get(1).trace().steps()).isEmpty();
    }

    @Test
    void takesLittleMoreThanANumberForEachAnswer() {
        int[] many = new int[100];
        Arrays.setAll(many, i -> steps.number("trial-main-" + i));
        int[] took = new int[100];
        Arrays.fill(took, 7000);
        int[] hours = new int[100];
        Arrays.fill(hours, 540_000);
        Trace trace = new Trace(many, took, hours, many, Map.of(), 100, OptionalDouble.of(7), List.of());
        Arrays.stream(many).forEach(cell -> cells.number("main item" + cell + " performed"));
        List<Packing.Packed> all = java.util.stream.LongStream.range(0, 128)
                .mapToObj(id -> session(id, trace))
                .toList();
        assertThat(Packing.pack(all, steps, cells).length / 128).isLessThan(700);
    }

    @Test
    void refusesBytesThatAreCutOff() {
        byte[] bytes = Packing.pack(List.of(session(1, full())), steps, cells);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Packing.unpack(cut, new Names(), new Names()))
                    .isInstanceOf(RuntimeException.class);
        }
    }
}
