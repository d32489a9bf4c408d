package org.antiphon.study.webmushra;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.study.design.StudyDocument;

/** Makes the document of a study of a configuration of webMUSHRA. */
public final class WebMushra {

    private static final int LONGEST = 12;

    private final Notes notes;
    private final String language;
    private final ClipPages clips;
    private final ArrayNode flow = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode questionnaires = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode screens = JsonNodeFactory.instance.arrayNode();
    private final Map<String, Integer> shown = new HashMap<>();
    private final List<String> consents = new ArrayList<>();
    private boolean mustConsent;
    private String thanks = "";

    private WebMushra(String language, Notes notes) {
        this.language = language;
        this.notes = notes;
        this.clips = new ClipPages(language, notes);
    }

    /** What importing gives. */
    public sealed interface Result {

        /**
         * A document, which may have problems left that only its researcher can solve.
         *
         * @param files names under which the files of the configuration are asked for
         */
        record Imported(String id, String document, List<String> files, List<Note> notes) implements Result {}

        /** Why the file cannot be read. */
        record Refused(Note why) implements Result {}
    }

    /**
     * Reads a configuration.
     *
     * @param id of the study; empty: that of the configuration
     */
    public static Result read(byte[] configuration, Optional<String> id) {
        Notes notes = new Notes();
        try {
            Value value = Dialect.read(configuration, notes);
            if (!(value instanceof Value.Block root) || root.list("pages").isEmpty()) {
                return new Result.Refused(new Note(
                        Note.Kind.LOST,
                        value.line(),
                        "This is no configuration of webMUSHRA: it has no list “pages”.",
                        "Give another file."));
            }
            String language = root.text("language").orElse("en");
            boolean known = Phrases.LANGUAGES.contains(language);
            if (!known) {
                notes.changed(
                        root.line("language"),
                        "webMUSHRA does not speak “" + language + "”; the study is in English.",
                        "");
            }
            return new WebMushra(known ? language : "en", notes).convert(root, id);
        } catch (Dialect.Unreadable e) {
            return new Result.Refused(e.note());
        }
    }

    private Result convert(Value.Block root, Optional<String> given) {
        String name = root.text("testId").orElse(root.text("testname").orElse("imported"));
        String id = given.orElse(Ids.plain(name, "imported"));
        String title = Markup.of(root.text("testname").orElse(name)).text();
        Pages.flat(root.list("pages"), notes).forEach(this::page);
        LeftOver.tell(root, "the configuration", notes);
        ObjectNode study = JsonNodeFactory.instance.objectNode();
        study.put("format", 1).put("id", id);
        study.putArray("languages").add(language);
        study.put("title", title.isEmpty() ? id : title);
        study.putObject("presentation").put("medium", "sound").put("longest", LONGEST);
        notes.changed(
                0,
                "All sounds are brought to one loudness (-23 LUFS), one rate and one length, " + LONGEST
                        + " s at most.",
                "See “presentation”.");
        study.set("conditions", clips.conditions());
        study.set("items", clips.items());
        put(study, "scales", clips.scales());
        study.set("tasks", clips.tasks());
        put(study, "checks", screens.addAll(clips.checks()));
        put(study, "questionnaires", questionnaires);
        study.set("consent", consent());
        ArrayNode way = JsonNodeFactory.instance.arrayNode();
        way.addObject().put("kind", "consent");
        study.set("flow", way.addAll(flow));
        ObjectNode recruitment = study.putObject("recruitment").put("target", 20);
        recruitment.putArray("ways").addObject().put("kind", "open-link");
        notes.changed(0, "Twenty participants are wanted, and anybody may come.", "See “recruitment”.");
        if (!thanks.isEmpty()) {
            study.put("thanks", thanks);
        }
        List<Note> told = notes.inOrder();
        return new Result.Imported(
                id, remarked(StudyDocument.fromTree(study.toString()), told), List.copyOf(clips.files()), told);
    }

    private static void put(ObjectNode study, String key, ArrayNode list) {
        if (!list.isEmpty()) {
            study.set(key, list);
        }
    }

    private static String remarked(String document, List<Note> notes) {
        StringBuilder all =
                new StringBuilder("# Imported from a configuration of webMUSHRA. Lines are those of that file.\n");
        notes.forEach(note -> all.append("#   ")
                .append(note.toString().replaceAll("\\s+", " "))
                .append('\n'));
        return all + document;
    }

    private void page(Value.Block page) {
        String type = page.text("type").orElse("");
        switch (type) {
            case "generic" -> generic(page);
            case "consent" -> agree(page);
            case "volume" -> screen("level", page);
            case "headphones_screen" -> screen("headphones", page);
            case "mushra", "bs1116", "paired_comparison", "likert_multi_stimulus", "likert_single_stimulus" ->
                clips.add(page, type).ifPresent(task -> trials(task, page));
            case "finish" -> finish(page);
            default -> {
                notes.lost(
                        page.line(),
                        type.isEmpty()
                                ? "A page does not say its type."
                                : "Pages of type “" + type + "” cannot be carried over.",
                        "Build it anew from the paradigms there are, if it is needed.");
                return;
            }
        }
        page.text("id");
        LeftOver.tell(page, "this page", notes);
    }

    private String words(Value.Block page) {
        String name =
                page.text("name").map(html -> plain(html, page.line("name"))).orElse("");
        String content = page.text("content")
                .map(html -> plain(html, page.line("content")))
                .orElse("");
        return (name + "\n\n" + content).strip();
    }

    private String plain(String html, int line) {
        return Pages.plain(html, line, notes);
    }

    private void generic(Value.Block page) {
        String text = words(page);
        if (text.isEmpty()) {
            notes.lost(page.line(), "The page has no words.", "");
        } else {
            flow.addObject().put("kind", "instructions").put("text", text);
        }
    }

    private void agree(Value.Block page) {
        consents.add(words(page));
        mustConsent |= page.is("mustConsent", true);
        if (!page.is("mustConsent", true)) {
            page.get("mustConsent");
            notes.changed(
                    page.line(), "Nobody takes part here who does not agree, and what was agreed to is kept.", "");
        }
    }

    private ObjectNode consent() {
        ObjectNode consent = JsonNodeFactory.instance.objectNode();
        String text = String.join("\n\n", consents).strip();
        if (text.isEmpty()) {
            notes.changed(0, "A short consent was added, because a study begins with one.", "Write your own.");
            text = Phrases.CONSENT.in(language);
        }
        consent.put("text", text);
        if (mustConsent) {
            consent.putArray("points").addObject().put("id", "agreed").put("text", Phrases.AGREEMENT.in(language));
        }
        return consent;
    }

    private void screen(String kind, Value.Block page) {
        if (shown.putIfAbsent(kind, flow.size()) != null) {
            notes.lost(page.line(), "This page stands twice; once is enough here.", "");
            return;
        }
        String text = words(page);
        if (!text.isEmpty()) {
            notes.changed(page.line(), "The page has words of its own in this program.", "");
        }
        ObjectNode check = screens.addObject().put("id", kind).put("kind", kind);
        if (kind.equals("headphones")) {
            check.put("method", "antiphase");
            notes.changed(page.line(), "The sounds of the headphone screening are made by the program.", "");
        }
        flow.addObject().put("kind", "check").put("check", kind);
    }

    private void trials(String task, Value.Block page) {
        Integer before = shown.putIfAbsent("task " + task, flow.size());
        if (before == null) {
            flow.addObject().put("kind", "trials").put("task", task);
        } else if (before < flow.size() - 1) {
            notes.changed(
                    page.line(),
                    "The page comes with the others of “" + task + "”, before pages that stood between them.",
                    "");
        }
    }

    private void finish(Value.Block page) {
        ArrayNode questions = new Closing(notes).questions(page);
        page.text("name");
        String text = page.text("content")
                .map(html -> plain(html, page.line("content")))
                .orElse("");
        String popup = page.text("popupContent")
                .map(html -> plain(html, page.line("popupContent")))
                .orElse("");
        if (!questions.isEmpty()) {
            ObjectNode asked = questionnaires
                    .addObject()
                    .put("id", questionnaires.size() == 1 ? "at-the-end" : "at-the-end-" + questionnaires.size());
            if (!text.isEmpty()) {
                asked.put("title", text);
            }
            asked.set("questions", questions);
            flow.addObject()
                    .put("kind", "questionnaire")
                    .put("questionnaire", asked.path("id").asText());
        }
        String end = popup.isEmpty() && questions.isEmpty() ? text : popup;
        thanks = (thanks + "\n\n" + end).strip();
    }
}
