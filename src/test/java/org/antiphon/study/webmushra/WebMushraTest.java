package org.antiphon.study.webmushra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.study.design.StudyDocument;
import org.antiphon.study.design.document.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configurations as they are written for webMUSHRA, with everything that trips other readers of YAML. */
class WebMushraTest {

    private static final Instant NOW = Instant.parse("2031-05-17T12:00:00Z");

    private static final String WHOLE = """
            testname: Codecs at low rates
            testId: codecs_2031
            bufferSize: 2048
            stopOnErrors: true
            showButtonPreviousPage: true
            remoteService: service/write.php
            pages:
                - type: generic
                  id: first
                  name: Welcome
                  content: <p>You hear <b>music</b>. Please note: use headphones.</p>
                - type: consent
                  id: c
                  name: Consent
                  content: Do you agree?
                  mustConsent: true
                - type: volume
                  id: v
                  name: Volume
                  content: Set it now
                  stimulus: audio/ref.wav
                  defaultVolume: 0.5
                - - random
                  - type: mushra
                    id: trial_a
                    name: Trial
                    content: Rate each
                    showWaveform: true
                    enableLooping: true
                    reference: audio/a/ref.wav
                    createAnchor35: true
                    createAnchor70: true
                    stimuli:
                        C1: audio/a/c1.wav
                        C2: audio/a/c2.wav
                  - type: mushra
                    id: trial_b
                    name: Trial
                    content: Rate each
                    reference: audio/b/ref.wav
                    createAnchor35: true
                    createAnchor70: true
                    stimuli:
                        C1: audio/b/c1.wav
                        C2: audio/b/c2.wav
                - type: likert_single_stimulus
                  id: lss
                  name: How real?
                  mustRate: true
                  mustPlayback: ended
                  stimuli: {C1: audio/a/c1.wav, C2: audio/a/c2.wav}
                  response:
                    - {value: 5, label: very, img: stars5.png}
                    - {value: 4, label: quite}
                    - {value: 3, label: so so}
                    - {value: 2, label: hardly}
                    - {value: 1, label: not at all}
                - type: finish
                  name: Thank you
                  content: Thank you!
                  popupContent: Your results were sent. Goodbye!
                  showResults: true
                  writeResults: true
                  questionnaire:
                    - {type: text, label: eMail, name: email, optional: true}
                    - {type: number, label: Age, name: age, min: 18, max: 99, default: 30}
                    - type: likert
                      name: gender
                      label: Gender
                      response:
                        - {value: f, label: female}
                        - {value: m, label: male}
                    - {type: long_text, label: Anything else, name: feedback}
            """;

    @Test
    void becomesAStudyThatCanBePublished() {
        WebMushra.Result.Imported imported = imported(WHOLE);
        assertThat(imported.id()).isEqualTo("codecs-2031");
        assertThat(StudyDocument.read(bytes(imported.document()), NOW))
                .as(imported.document())
                .isInstanceOf(StudyDocument.Reading.Accepted.class);
        assertThat(imported.files())
                .contains("audio/a/ref.wav", "audio/b/c2.wav")
                .doesNotHaveDuplicates();
        JsonNode study = tree(imported.document());
        assertThat(study.at("/tasks").findValuesAsText("kind")).contains("mushra", "rating");
        assertThat(study.at("/tasks/0/items")).hasSize(2);
        assertThat(study.at("/conditions").findValuesAsText("id"))
                .containsExactly("reference", "anchor-35", "anchor-70", "c1", "c2");
        assertThat(study.at("/items/0/files/c2").asText()).isEqualTo("audio/a/c2.wav");
        assertThat(study.at("/scales/0/labels/0").asText()).isEqualTo("not at all");
        assertThat(study.at("/flow").findValuesAsText("kind"))
                .containsExactly("consent", "instructions", "check", "trials", "trials", "questionnaire");
        assertThat(study.at("/flow/1/text").asText())
                .isEqualTo("Welcome\n\nYou hear music. Please note: use headphones.");
        assertThat(study.at("/thanks").asText()).isEqualTo("Your results were sent. Goodbye!");
        assertThat(study.at("/questionnaires/0/questions").findValuesAsText("kind"))
                .containsExactly("words", "number", "choice", "words");
        assertThat(study.at("/checks").findValuesAsText("kind")).containsExactly("level", "listening");
    }

    @Test
    void tellsEverythingThatIsLeftOut() {
        String told = imported(WHOLE).notes().toString();
        assertThat(told)
                .contains(
                        "showWaveform",
                        "bufferSize",
                        "remoteService",
                        "defaultVolume",
                        "img",
                        "showResults",
                        "writeResults",
                        "default");
        assertThat(imported(WHOLE).notes())
                .anySatisfy(note -> assertThat(note.toString()).startsWith("line 11: repaired: "));
        assertThat(imported(WHOLE).document()).contains("# Imported from", "#   line 11: repaired:");
    }

    @Test
    void tellsKeysThatWebMushraDoesNotKnow() {
        assertThat(imported(WHOLE.replace("popupContent", "popupcontent")).notes())
                .anySatisfy(note -> assertThat(note.what()).contains("“popupcontent”", "not known"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "content: text. Reminder: more | text. Reminder: more",
                "content: no | no",
                "content: yes | yes",
                "content: off | off",
                "content: 12:30 | 12:30",
                "content: 2020-01-01 | 2020-01-01",
                "content: b # c | b",
                "content : spaced | spaced",
                "content: @home | @home",
                "content: *important* | *important*",
                "content: it's: fine | it's: fine",
                "content: first. Note: this # hidden | first. Note: this",
            })
    void readsWhatWebMushraReads(String line, String text) {
        String yaml = "testId: t\npages:\n  - type: generic\n    id: a\n    " + line + "\n";
        assertThat(tree(imported(yaml).document()).at("/flow/1/text").asText()).isEqualTo(text);
    }

    @Test
    void takesTheFirstOfTwoKeys() {
        String yaml = WHOLE.replace("C1: audio/a/c1.wav\n", "C1: audio/a/c1.wav\n            C1: audio/a/other.wav\n");
        WebMushra.Result.Imported imported = imported(yaml);
        assertThat(imported.document()).contains("audio/a/c1.wav").doesNotContain("audio/a/other.wav");
        assertThat(imported.notes()).anySatisfy(note -> assertThat(note.what()).contains("“C1” stands twice"));
    }

    @Test
    void joinsTextsThatGoOnInTheNextLine() {
        String yaml = "testId: t\npages:\n  - type: generic\n    content: One line\n      and: another\n    id: a\n";
        assertThat(tree(imported(yaml).document()).at("/flow/1/text").asText()).isEqualTo("One line and: another");
    }

    @Test
    void leavesOutScriptsAndPictures() {
        String yaml =
                "testId: t\npages:\n  - type: generic\n    content: \"<script>alert(1)</script>Hello<img src=x onerror=alert(2)>"
                        + "<br>you &lt;3\"\n";
        WebMushra.Result.Imported imported = imported(yaml);
        assertThat(tree(imported.document()).at("/flow/1/text").asText()).isEqualTo("Hello\nyou <3");
        assertThat(imported.notes()).anySatisfy(note -> assertThat(note.what()).contains("script"));
        assertThat(imported.notes()).anySatisfy(note -> assertThat(note.what()).contains("Pictures"));
    }

    @Test
    void namesPagesThatCannotBeCarriedOver() {
        String yaml = WHOLE + "    - {type: spatial, id : room, name: Where?}\n    - [no page]\n    - {id: typeless}\n";
        List<Note> notes = imported(yaml).notes();
        assertThat(notes).anySatisfy(note -> {
            assertThat(note.kind()).isEqualTo(Note.Kind.LOST);
            assertThat(note.what()).contains("“spatial”");
            assertThat(note.line()).isPositive();
        });
        assertThat(notes).anySatisfy(note -> assertThat(note.what()).contains("no page"));
        assertThat(notes).anySatisfy(note -> assertThat(note.what()).contains("does not say its type"));
    }

    @Test
    void makesAbxOfPairsAndOfSmallImpairments() {
        for (String type : List.of("bs1116", "paired_comparison")) {
            String yaml = WHOLE.replace("type: mushra", "type: " + type)
                    .replace("      createAnchor70: true\n", "      unforced: \"don't know\"\n");
            WebMushra.Result.Imported imported = imported(yaml);
            JsonNode study = tree(imported.document());
            assertThat(study.at("/tasks/0/paradigm/kind").asText()).isEqualTo("abx");
            assertThat(study.at("/tasks/0/paradigm/pairs")).hasSize(2);
            assertThat(StudyDocument.read(bytes(imported.document()), NOW))
                    .as(imported.document())
                    .isInstanceOf(StudyDocument.Reading.Accepted.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"en", "de", "fr", "es"})
    void speaksTheLanguageOfTheConfiguration(String language) {
        WebMushra.Result.Imported imported = imported("language: " + language + "\n" + WHOLE);
        assertThat(tree(imported.document()).at("/languages/0").asText()).isEqualTo(language);
        assertThat(StudyDocument.read(bytes(imported.document()), NOW))
                .isInstanceOf(StudyDocument.Reading.Accepted.class);
    }

    @Test
    void askForBothAnchorsWhereOneWasMissing() {
        WebMushra.Result.Imported imported = imported(WHOLE.replace("createAnchor70: true", "createAnchor70: false"));
        assertThat(imported.notes()).anySatisfy(note -> assertThat(note.what()).contains("Both anchors"));
        assertThat(problems(imported)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: &x [1] | anchor",
                "pages: !!java.net.URL x | tag",
                "pages: [ | not YAML",
                "just words | no list",
                "pages: none | no list",
                "{} | no list",
            })
    void refusesWhatIsNoConfiguration(String yaml, String why) {
        assertThat(WebMushra.read(bytes(yaml), Optional.empty()))
                .isInstanceOfSatisfying(
                        WebMushra.Result.Refused.class,
                        refused -> assertThat(refused.why().what()).contains(why));
    }

    @Test
    void refusesBombs() {
        String deep = "pages: " + "[".repeat(5000);
        String large = "pages: [x]\n# " + "x".repeat(1 << 20);
        StringBuilder aliases = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            aliases.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        for (String bomb : List.of(deep, large, aliases.toString())) {
            assertThat(WebMushra.read(bytes(bomb), Optional.empty())).isInstanceOf(WebMushra.Result.Refused.class);
        }
    }

    @Test
    void readsFilesOfOldEditors() {
        String yaml = WHOLE.replace("Codecs at low rates", "Größe");
        byte[] latin = yaml.replace("\n", "\r\n").getBytes(Charset.forName("windows-1252"));
        WebMushra.Result.Imported imported = (WebMushra.Result.Imported) WebMushra.read(latin, Optional.of("mine"));
        assertThat(imported.id()).isEqualTo("mine");
        assertThat(tree(imported.document()).at("/title").asText()).isEqualTo("Größe");
        assertThat(imported.notes().get(0).kind()).isEqualTo(Note.Kind.REPAIRED);
    }

    @Test
    void neverThrowsWhateverLineIsLost() {
        List<String> lines = WHOLE.lines().toList();
        for (int lost = 0; lost < lines.size(); lost++) {
            List<String> left = new ArrayList<>(lines);
            left.remove(lost);
            assertThat(WebMushra.read(bytes(String.join("\n", left)), Optional.empty()))
                    .isNotNull();
        }
    }

    private static List<Finding> problems(WebMushra.Result.Imported imported) {
        return StudyDocument.read(bytes(imported.document()), NOW) instanceof StudyDocument.Reading.Refused refused
                ? refused.findings()
                : List.of();
    }

    private static WebMushra.Result.Imported imported(String yaml) {
        WebMushra.Result result = WebMushra.read(bytes(yaml), Optional.empty());
        assertThat(result).isInstanceOf(WebMushra.Result.Imported.class);
        return (WebMushra.Result.Imported) result;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode tree(String document) {
        try {
            return new ObjectMapper()
                    .readTree(StudyDocument.tree(bytes(document)).orElseThrow());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
