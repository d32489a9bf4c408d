package org.antiphon.dashboard.monitor;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Traces of some sessions as bytes: words once, then numbers of seven bits and more. What is packed with one set of names can
 * be unpacked with another.
 */
final class Packing {

    /** Another one whenever {@link Trace}, or how one is found, changes: what was packed before is then read from the rows. */
    static final int FORMAT = 1;

    private Packing() {}

    /**
     * A trace, with how the session stood when it was read.
     *
     * @param seen when the session had been heard of last
     */
    record Packed(long session, Instant seen, String status, Trace trace) {}

    static byte[] pack(List<Packed> sessions, Names steps, Names cells) {
        Writing body = new Writing();
        body.whole(sessions.size());
        for (Packed one : sessions) {
            body.whole(one.session());
            body.whole(one.seen().getEpochSecond());
            body.whole(one.seen().getNano());
            body.word(one.status());
            trace(body, one.trace(), steps, cells);
        }
        Writing all = new Writing();
        all.whole(body.words.size());
        body.words.forEach(all::text);
        all.bytes.writeBytes(body.bytes.toByteArray());
        return all.bytes.toByteArray();
    }

    private static void trace(Writing out, Trace trace, Names steps, Names cells) {
        out.whole(trace.steps().length);
        int hour = 0;
        for (int i = 0; i < trace.steps().length; i++) {
            out.word(steps.name(trace.steps()[i]));
            out.whole(trace.took()[i] + 1L);
            // an hour is the one before, or a little later
            out.signed(trace.hours()[i] - (long) hour);
            hour = trace.hours()[i];
        }
        out.whole(trace.cells().length);
        for (int cell : trace.cells()) {
            out.word(cells.name(cell));
        }
        out.whole(trace.checks().size());
        trace.checks().forEach((check, outcomes) -> {
            out.word(check);
            out.whole(outcomes.passed());
            out.whole(outcomes.failed());
            out.whole(outcomes.notRun());
        });
        out.whole(trace.pages());
        out.whole(trace.median().isPresent() ? 1 : 0);
        trace.median().ifPresent(median -> out.real(median));
        out.whole(trace.flags().size());
        trace.flags().forEach(flag -> {
            out.whole(flag.kind().ordinal());
            out.text(flag.why());
        });
    }

    /** @throws RuntimeException if the bytes are none that {@link #pack} has given */
    static List<Packed> unpack(byte[] bytes, Names steps, Names cells) {
        Reading in = new Reading(ByteBuffer.wrap(bytes));
        List<Packed> sessions = new ArrayList<>();
        int[] stepOf = new int[in.words.length];
        int[] cellOf = new int[in.words.length];
        java.util.Arrays.fill(stepOf, -1);
        java.util.Arrays.fill(cellOf, -1);
        int count = in.small();
        for (int i = 0; i < count; i++) {
            sessions.add(new Packed(
                    in.whole(),
                    Instant.ofEpochSecond(in.whole(), in.whole()),
                    in.word(),
                    trace(in, steps, cells, stepOf, cellOf)));
        }
        return sessions;
    }

    private static Trace trace(Reading in, Names steps, Names cells, int[] stepOf, int[] cellOf) {
        int size = in.small();
        int[] step = new int[size];
        int[] took = new int[size];
        int[] hours = new int[size];
        int hour = 0;
        for (int i = 0; i < size; i++) {
            step[i] = number(in, steps, stepOf);
            took[i] = (int) (in.whole() - 1);
            hour += (int) in.signed();
            hours[i] = hour;
        }
        int[] judged = new int[in.small()];
        for (int i = 0; i < judged.length; i++) {
            judged[i] = number(in, cells, cellOf);
        }
        Map<String, Trace.Outcomes> checks = new HashMap<>();
        for (int left = in.small(); left > 0; left--) {
            checks.put(in.word(), new Trace.Outcomes(in.small(), in.small(), in.small()));
        }
        int pages = in.small();
        OptionalDouble median = in.small() == 1 ? OptionalDouble.of(in.real()) : OptionalDouble.empty();
        List<Flag> flags = new ArrayList<>();
        for (int left = in.small(); left > 0; left--) {
            flags.add(new Flag(Flag.Kind.values()[in.small()], in.text()));
        }
        return new Trace(step, took, hours, judged, checks, pages, median, flags);
    }

    /** The number that a word of these bytes has now, looked up once. */
    private static int number(Reading in, Names names, int[] known) {
        int word = in.small();
        if (known[word] < 0) {
            known[word] = names.number(in.words[word]);
        }
        return known[word];
    }

    private static final class Writing {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final List<String> words = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();

        void whole(long value) {
            long left = value;
            while (left > 127 || left < 0) {
                bytes.write((int) (left & 127 | 128));
                left >>>= 7;
            }
            bytes.write((int) left);
        }

        /** Small numbers of either sign stay small. */
        void signed(long value) {
            whole(value << 1 ^ value >> 63);
        }

        void real(double value) {
            bytes.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
        }

        void text(String text) {
            byte[] written = text.getBytes(StandardCharsets.UTF_8);
            whole(written.length);
            bytes.writeBytes(written);
        }

        void word(String word) {
            whole(numbers.computeIfAbsent(word, added -> {
                words.add(added);
                return words.size() - 1;
            }));
        }
    }

    private static final class Reading {
        private final ByteBuffer bytes;
        private final String[] words;

        Reading(ByteBuffer bytes) {
            this.bytes = bytes;
            this.words = new String[small()];
            java.util.Arrays.setAll(words, i -> text());
        }

        long whole() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes.get();
                value |= (long) (next & 127) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        int small() {
            return Math.toIntExact(whole());
        }

        long signed() {
            long value = whole();
            return value >>> 1 ^ -(value & 1);
        }

        double real() {
            return bytes.getDouble();
        }

        String text() {
            byte[] written = new byte[small()];
            bytes.get(written);
            return new String(written, StandardCharsets.UTF_8);
        }

        String word() {
            return words[small()];
        }
    }
}
