package org.antiphon.dataset.etude;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The score as a standard MIDI file of type 1 at the nominal tempo: not aligned with the performance, as in URMP. */
final class MidiScore {

    private static final int TICKS = 480;

    private MidiScore() {}

    static byte[] of(Performance performance, String title) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        text(out, "MThd");
        number(out, 6, 4);
        number(out, 1, 2);
        number(out, 2, 2);
        number(out, TICKS, 2);
        track(out, meta(performance, title));
        track(out, notes(performance));
        return out.toByteArray();
    }

    private static byte[] meta(Performance performance, String title) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0);
        out.write(0xFF);
        out.write(0x03);
        out.write(title.length());
        text(out, title);
        out.write(0);
        out.write(0xFF);
        out.write(0x51);
        out.write(3);
        number(out, (int) Math.round(60e6 / performance.tempo()), 3);
        return out.toByteArray();
    }

    private record Event(int tick, int order, int status, int key, int velocity) {}

    private static byte[] notes(Performance performance) {
        List<Event> events = new ArrayList<>();
        for (EtudeNote note : performance.notes()) {
            int velocity = (int) Math.round(1 + 126 * Math.min(1, note.velocity()));
            int on = tick(note.onset(), performance);
            int off = Math.max(on + 1, tick(note.offset(), performance));
            events.add(new Event(on, 1, 0x90, note.midi(), velocity));
            events.add(new Event(off, 0, 0x80, note.midi(), 0));
        }
        events.sort(Comparator.comparingInt(Event::tick)
                .thenComparingInt(Event::order)
                .thenComparingInt(Event::key));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0);
        out.write(0xC0);
        out.write(program(performance.performer()));
        int now = 0;
        for (Event event : events) {
            variable(out, event.tick() - now);
            now = event.tick();
            out.write(event.status());
            out.write(event.key());
            out.write(event.velocity());
        }
        return out.toByteArray();
    }

    /** Performed time to nominal ticks (a 24th of a beat is the finest step): the beats are where the tempo would have them. */
    private static int tick(double seconds, Performance performance) {
        List<Double> beats = performance.beats();
        int i = 0;
        while (i + 2 < beats.size() && beats.get(i + 1) <= seconds + 1e-9) {
            i++;
        }
        if (beats.size() < 2) {
            return (int) Math.round(seconds * performance.tempo() / 60 * TICKS);
        }
        double beat = i + (seconds - beats.get(i)) / (beats.get(i + 1) - beats.get(i));
        return (int) Math.max(0, Math.round(beat * 24) * (TICKS / 24));
    }

    private static int program(Performer performer) {
        return switch (performer) {
            case VIOLIN -> 40;
            case CELLO -> 42;
            case VIBRAPHONE -> 11;
            case PIANO -> 0;
        };
    }

    private static void track(ByteArrayOutputStream out, byte[] events) {
        byte[] end = {0, (byte) 0xFF, 0x2F, 0};
        text(out, "MTrk");
        number(out, events.length + end.length, 4);
        out.writeBytes(events);
        out.writeBytes(end);
    }

    private static void variable(ByteArrayOutputStream out, int value) {
        for (int shift = 21; shift > 0; shift -= 7) {
            if (value >= 1 << shift) {
                out.write(value >> shift & 0x7F | 0x80);
            }
        }
        out.write(value & 0x7F);
    }

    private static void number(ByteArrayOutputStream out, int value, int bytes) {
        for (int i = bytes - 1; i >= 0; i--) {
            out.write(value >> 8 * i & 0xFF);
        }
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
