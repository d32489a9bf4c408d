package org.antiphon.cli.measurement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.antiphon.media.MediaRejected;
import org.antiphon.media.RejectionCode;
import org.antiphon.metric.Annotation;

/** A file in which somebody wrote down what is played, instead of its sound: told by how its name ends. */
final class AnnotationFile {

    private static final Set<String> TEXT = Set.of("txt", "csv", "tsv", "lab");
    private static final long MOST_BYTES = 64 << 20;

    private AnnotationFile() {}

    /** Which of two sides is read, where a file holds both. */
    enum Side {
        REFERENCE,
        CANDIDATE
    }

    /** What an annotation says, and in which form it was found. */
    record Read(Annotation annotation, String form) {}

    /** Whether a name is that of an annotation. */
    static boolean is(Path file) {
        String ending = ending(withoutCase(file.toString()));
        return TEXT.contains(ending) || ending.equals("json");
    }

    /** The name of the file of which {@code name} is one case: {@code cases.json} of {@code cases.json#3}. */
    static String withoutCase(String name) {
        return name.matches("(?i).*\\.json#\\d{1,9}") ? name.substring(0, name.lastIndexOf('#')) : name;
    }

    /** @throws MediaRejected if the file cannot be read or is no annotation */
    static Read read(Path file, Side side) throws MediaRejected {
        String given = file.toString();
        String plain = withoutCase(given);
        Path place = Path.of(plain);
        String text = text(place);
        try {
            if (!ending(plain).equals("json")) {
                return AnnotationTable.read(text, place.getFileName().toString());
            }
            int number = plain.equals(given) ? -1 : Integer.parseInt(given.substring(plain.length() + 1));
            return AnnotationJson.read(text, number, side);
        } catch (IllegalArgumentException e) {
            throw rejected(place, "is no annotation: " + e.getMessage(), "See measure --help for the forms there are.");
        }
    }

    private static String text(Path file) throws MediaRejected {
        try {
            if (!Files.isRegularFile(file)) {
                throw rejected(file, "is not there, or is no file", "Check its name and place.");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw rejected(file, "is larger than an annotation may be, 64 MiB", "Divide it.");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw rejected(file, "cannot be read as text (" + e.getMessage() + ")", "Save it as UTF-8.");
        }
    }

    private static MediaRejected rejected(Path file, String finding, String remedy) {
        return new MediaRejected(RejectionCode.UNREADABLE, String.valueOf(file.getFileName()), finding, remedy);
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
