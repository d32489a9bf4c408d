package org.antiphon.generation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.antiphon.clip.PerformanceTrack;

/** Writes a performance track as JSON: the one form of it, for pages, the API and the command line. */
public final class TrackFile {

    private TrackFile() {}

    /** The channels of a track that have a name, its notes, and nothing of what was only learned. */
    public static void write(Path out, PerformanceTrack track, ObjectMapper json) throws IOException {
        try (JsonGenerator to = json.createGenerator(Files.newBufferedWriter(out))) {
            to.writeStartObject();
            to.writeNumberField("rate", PerformanceTrack.RATE);
            to.writeNumberField("steps", track.steps());
            channel(to, "onset", track.onset());
            channel(to, "voiced", track.voiced());
            channel(to, "loudness", track.loudness());
            channel(to, "brightness", track.brightness());
            channel(to, "motion", track.motion());
            channel(to, "confidence", track.confidence());
            channel(to, "bend", track.bend());
            to.writeArrayFieldStart("notes");
            for (TrackNotes.TrackNote note : TrackNotes.of(track)) {
                to.writeStartObject();
                number(to, "onset", note.onset());
                number(to, "duration", note.duration());
                to.writeNumberField("midi", note.midi());
                number(to, "velocity", note.velocity());
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
        }
    }

    private static void channel(JsonGenerator to, String name, float[] values) throws IOException {
        to.writeArrayFieldStart(name);
        for (float value : values) {
            to.writeRawValue(rounded(value));
        }
        to.writeEndArray();
    }

    private static void number(JsonGenerator to, String name, double value) throws IOException {
        to.writeFieldName(name);
        to.writeRawValue(rounded(value));
    }

    /** Three decimals; what is not a number is drawn as nothing. */
    private static String rounded(double value) {
        if (!Double.isFinite(value)) {
            return "0";
        }
        double rounded = Math.rint(value * 1000) / 1000;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
