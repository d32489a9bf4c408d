package org.antiphon.study.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A document that is edited piece by piece stays its writer's everywhere else. */
class EditingTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String REMARKED = """
            # about this study
            id: remarked   # its name
            title: A study

            # what is compared
            conditions:
              # the truth
              - id: performed
                kind: ground-truth # recorded in May
              # the model
              - {id: translated, kind: model, model: etude, seed: 7} # the best seed

            # the end
            thanks: 'It''s over'
            about: |
              Two lines,
              # of which one looks like a remark
            """;

    @Test
    void changesNothingWhereNothingHasChanged() {
        assertThat(edited(REMARKED, tree -> {})).isEqualTo(REMARKED);
    }

    @Test
    void changesOnlyTheLineOfAValue() {
        assertThat(edited(REMARKED, tree -> tree.put("id", "renamed")))
                .isEqualTo(REMARKED.replace("id: remarked ", "id: renamed "));
        assertThat(edited(REMARKED, tree -> condition(tree, 1).put("seed", 8)))
                .isEqualTo(REMARKED.replace("seed: 7", "seed: 8"));
        assertThat(edited(REMARKED, tree -> tree.put("thanks", "That's it")))
                .isEqualTo(REMARKED.replace("It''s over", "That''s it"));
        assertThat(edited(REMARKED, tree -> tree.put("about", "Three\nlines\nnow\n")))
                .isEqualTo(REMARKED.replace(
                        "  Two lines,\n  # of which one looks like a remark\n", "  Three\n  lines\n  now\n"));
    }

    @Test
    void putsWhatIsNewBehindWhatItFollows() {
        assertThat(edited(REMARKED, tree -> condition(tree, 0).put("note", "new")))
                .isEqualTo(REMARKED.replace("in May\n", "in May\n    note: new\n"));
        assertThat(edited(REMARKED, tree -> condition(tree, 1).put("checksum", "a: b")))
                .isEqualTo(REMARKED.replace("seed: 7}", "seed: 7, checksum: \"a: b\"}"));
        assertThat(edited(
                        REMARKED,
                        tree -> list(tree).addObject().put("id", "silent").put("kind", "silent")))
                .isEqualTo(REMARKED.replace("best seed\n", "best seed\n  - id: silent\n    kind: silent\n"));
    }

    @Test
    void letsRemarksGoWithWhatTheyStandAbove() {
        assertThat(edited(REMARKED, tree -> list(tree).remove(1)))
                .isEqualTo(REMARKED.replaceAll("  # the model\n.*best seed\n", ""));
        assertThat(edited(REMARKED, tree -> tree.remove("thanks")))
                .isEqualTo(REMARKED.replace("# the end\nthanks: 'It''s over'\n", ""));
    }

    @Test
    void carriesRemarksAlongWhenElementsChangePlaces() {
        String moved = edited(REMARKED, tree -> list(tree).add(list(tree).remove(0)));
        assertThat(moved.lines().map(String::strip).sorted().toList())
                .isEqualTo(REMARKED.lines().map(String::strip).sorted().toList());
        assertThat(moved.indexOf("# the model")).isLessThan(moved.indexOf("id: translated"));
        assertThat(moved.indexOf("id: translated")).isLessThan(moved.indexOf("id: performed"));
    }

    @ParameterizedTest
    @FieldSource("org.antiphon.study.design.Examples#NAMES")
    void changesOneLineForOneValueOfAnExample(String name) {
        String yaml = new String(Examples.bytes(name), StandardCharsets.UTF_8);
        List<String> pointers = new ArrayList<>();
        scalars(tree(yaml), "", pointers);
        for (int i = 0; i < pointers.size(); i += 3) {
            String pointer = pointers.get(i);
            String changed = edited(yaml, tree -> put(tree, pointer, "something-else"));
            assertThat(differing(yaml, changed)).as(pointer).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @FieldSource("org.antiphon.study.design.Examples#NAMES")
    void keepsEveryRemarkWhateverIsMovedAddedOrRemoved(String name) {
        String yaml = new String(Examples.bytes(name), StandardCharsets.UTF_8);
        String remarked = yaml.replaceAll("(?m)^(  - .*)$", "  # above\n$1");
        for (String key : List.of("conditions", "items", "tasks", "flow", "checks", "questionnaires", "exclusions")) {
            if (!tree(remarked).has(key)) {
                continue;
            }
            String turned = edited(remarked, tree -> {
                ArrayNode list = (ArrayNode) tree.get(key);
                list.insert(0, list.remove(list.size() - 1));
            });
            assertThat(remarks(turned)).as("moved in " + key).isEqualTo(remarks(remarked));
            String fewer = edited(remarked, tree -> ((ArrayNode) tree.get(key)).remove(0));
            assertThat(remarks(fewer)).as("removed from " + key).isBetween(remarks(remarked) - 1, remarks(remarked));
            String more = edited(remarked, tree -> ((ArrayNode) tree.get(key)).insert(0, JSON.createObjectNode()));
            assertThat(remarks(more)).as("added to " + key).isEqualTo(remarks(remarked));
            String none = edited(remarked, tree -> ((ArrayNode) tree.get(key)).removeAll());
            assertThat(none).contains("# ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "no",
                "12",
                "1e3",
                "0x1F",
                "~",
                "null",
                "- a",
                "a: b",
                "a #b",
                "#a",
                "[a]",
                "{a}",
                "a, b",
                "'",
                "\"",
                "\\",
                "a\nb",
                "a\nb\n",
                "a\n\nb\n",
                " a\n b",
                "a\n",
                "\na",
                "a\n\n\n",
                "a \nb",
                "a\tb",
                "é ü 𝄞",
                "?",
                "!x",
                "&x",
                "*x",
                "%x",
                "@x",
                "`x",
                "|",
                ">",
                "x:",
                "---",
                "...",
                "2031-05-17",
                "12:30",
                ":",
                "=",
                "<<",
                "a\u2028b",
                "end\\"
            })
    void writesAnyTextSoThatItIsReadBack(String text) {
        for (String pointer : List.of("/title", "/thanks", "/about", "/conditions/0/kind", "/conditions/1/model")) {
            edited(REMARKED, tree -> put(tree, pointer, text));
        }
        edited(REMARKED, tree -> tree.putArray("languages").add(text).add("x"));
        edited(REMARKED, tree -> list(tree).add(text));
        edited(REMARKED, tree -> condition(tree, 1).putObject("of").put("a", text));
    }

    /** The text after an edit; it says what it should and lost no remark of the first line. */
    private static String edited(String yaml, Consumer<ObjectNode> edit) {
        ObjectNode tree = tree(yaml);
        edit.accept(tree);
        String changed = StudyDocument.withTree(yaml, tree.toString());
        assertThat(tree(changed).toString())
                .as(changed)
                .isEqualTo(tree(StudyDocument.fromTree(tree.toString())).toString());
        assertThat(tree(changed)).as(changed).isEqualTo(tree);
        assertThat(changed).startsWith("#");
        return changed;
    }

    private static ObjectNode tree(String yaml) {
        try {
            return (ObjectNode) JSON.readTree(
                    StudyDocument.tree(yaml.getBytes(StandardCharsets.UTF_8)).orElseThrow());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ArrayNode list(ObjectNode tree) {
        return (ArrayNode) tree.get("conditions");
    }

    private static ObjectNode condition(ObjectNode tree, int number) {
        return (ObjectNode) list(tree).get(number);
    }

    private static void put(JsonNode tree, String pointer, String text) {
        int slash = pointer.lastIndexOf('/');
        JsonNode holder = tree.at(pointer.substring(0, slash));
        String last = pointer.substring(slash + 1);
        if (holder instanceof ArrayNode list) {
            list.set(Integer.parseInt(last), JSON.getNodeFactory().textNode(text));
        } else {
            ((ObjectNode) holder).put(last, text);
        }
    }

    private static void scalars(JsonNode node, String pointer, List<String> found) {
        if (node.isValueNode()) {
            if (!node.asText().contains("\n")) {
                found.add(pointer);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                scalars(node.get(i), pointer + "/" + i, found);
            }
        } else {
            node.fieldNames().forEachRemaining(key -> scalars(node.get(key), pointer + "/" + key, found));
        }
    }

    private static long remarks(String yaml) {
        return yaml.lines().filter(line -> line.contains("#")).count();
    }

    private static int differing(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        assertThat(now).hasSameSizeAs(old);
        int differing = 0;
        for (int i = 0; i < old.size(); i++) {
            differing += old.get(i).equals(now.get(i)) ? 0 : 1;
        }
        return differing;
    }
}
