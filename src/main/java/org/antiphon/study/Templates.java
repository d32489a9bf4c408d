package org.antiphon.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antiphon.platform.Problem;

/** Whole studies to begin with. */
final class Templates {

    /** What can be begun with, and what it shows. */
    record Template(String name, String title, String about) {}

    static final List<Template> ALL = List.of(
            new Template("etudes", "Rating", "Clips with sound and picture, rated on three scales."),
            new Template("vocoders", "MUSHRA", "Sounds beside an open reference, with anchors."),
            new Template(
                    "expression",
                    "Match, preference, intention",
                    "Which sound belongs to the picture, which is preferred, what it expresses; paid participants."));

    private static final Pattern ID = Pattern.compile("(?m)^id: .*$");

    private Templates() {}

    /** @throws org.antiphon.platform.ProblemException 400 if there is no such template */
    static String named(String template, String slug) {
        if (ALL.stream().noneMatch(one -> one.name().equals(template))) {
            throw Problem.badRequest("no-template", "There is no such template", "Take one of the list.")
                    .exception();
        }
        String document = read("/org/antiphon/study/design/examples/" + template + ".yaml");
        return ID.matcher(document).replaceFirst(Matcher.quoteReplacement("id: " + slug));
    }

    /** The study that is open on first start. */
    static String sample() {
        return read("/org/antiphon/study/first-look.yaml");
    }

    private static String read(String resource) {
        try (InputStream in = Templates.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
