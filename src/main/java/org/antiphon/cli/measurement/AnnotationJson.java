package org.antiphon.cli.measurement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Optional;
import org.antiphon.metric.NoteList;
import org.antiphon.metric.TimedMelody;

/**
 * An annotation as a JSON object: {@code onsets}, {@code notes} (onset, offset, hertz each), {@code melody} ({@code hz} at
 * {@code times} or every {@code time_step} seconds). Or an object that holds both sides of a comparison, as golden cases do:
 * notes as {@code reference} and {@code estimated}, {@code reference_hz} and {@code estimated_hz} in its melody.
 */
final class AnnotationJson {

    private AnnotationJson() {}

    /**
     * @param number which object, from 0, of an array or of the array {@code cases}; -1 if the file is one object
     * @throws IllegalArgumentException saying what is wrong
     */
    static AnnotationFile.Read read(String text, int number, AnnotationFile.Side side) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "line " + e.getLocation().getLineNr() + " is no JSON (" + e.getOriginalMessage() + ")", e);
        }
        JsonNode one = number < 0 ? root : (root.has("cases") ? root.get("cases") : root).path(number);
        if (!one.isObject()) {
            throw new IllegalArgumentException(
                    number < 0 ? "it is no JSON object; name one of a list by .json#0" : "there is no case " + number);
        }
        return read(one, side);
    }

    private static AnnotationFile.Read read(JsonNode one, AnnotationFile.Side side) {
        String notes = one.has("notes") ? "notes" : side == AnnotationFile.Side.REFERENCE ? "reference" : "estimated";
        Optional<AnnotationFile.Read> found = Optional.empty();
        if (one.has(notes)) {
            found = Optional.of(AnnotationForms.notes(notes(one.get(notes))));
        }
        if (one.has("onsets")) {
            found = and(found, AnnotationForms.onsets(numbers(one.get("onsets"), "onsets")));
        }
        if (one.has("melody")) {
            found = and(found, AnnotationForms.melody(melody(one.get("melody"), side)));
        }
        return found.orElseThrow(() -> new IllegalArgumentException("it has neither onsets, notes nor a melody"));
    }

    private static Optional<AnnotationFile.Read> and(Optional<AnnotationFile.Read> before, AnnotationFile.Read more) {
        return Optional.of(before.map(first -> new AnnotationFile.Read(
                        more.annotation().and(first.annotation()), first.form() + ", " + more.form()))
                .orElse(more));
    }

    private static NoteList notes(JsonNode rows) {
        double[][] columns = new double[3][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            double[] row = numbers(rows.get(i), "note " + i);
            if (row.length != 3) {
                throw new IllegalArgumentException("note " + i + " has " + row.length + " numbers instead of 3");
            }
            for (int c = 0; c < 3; c++) {
                columns[c][i] = row[c];
            }
        }
        return new NoteList(columns[0], columns[1], columns[2]);
    }

    private static TimedMelody melody(JsonNode melody, AnnotationFile.Side side) {
        String own = side == AnnotationFile.Side.REFERENCE ? "reference" : "estimated";
        double[] hertz = numbers(melody.has("hz") ? melody.get("hz") : melody.path(own + "_hz"), "hz of the melody");
        JsonNode given = melody.has("times") ? melody.get("times") : melody.path(own + "_times");
        if (given.isArray()) {
            return new TimedMelody(numbers(given, "times of the melody"), hertz);
        }
        double step = melody.path("time_step").asDouble(0);
        if (!(step > 0)) {
            throw new IllegalArgumentException("the melody has neither times nor a time_step");
        }
        double[] times = new double[hertz.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = i * step;
        }
        return new TimedMelody(times, hertz);
    }

    private static double[] numbers(JsonNode array, String what) {
        if (!array.isArray()) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s: no array of numbers", what));
        }
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            if (!array.get(i).isNumber() || !Double.isFinite(array.get(i).asDouble())) {
                throw new IllegalArgumentException(what + ": " + array.get(i) + " is no number");
            }
            values[i] = array.get(i).asDouble();
        }
        return values;
    }
}
