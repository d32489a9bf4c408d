package org.antiphon.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.antiphon.study.design.document.Id;

/**
 * Puts uploaded pairs into a document: conditions and items that are missing are added, each file is named where it belongs.
 * A file for the condition of kind ground-truth becomes the recording of its item.
 */
final class Pairing {

    private static final String UPLOADED = "uploaded";

    private Pairing() {}

    static void into(ObjectNode tree, List<PairTable.Pair> pairs) {
        ArrayNode conditions = list(tree, "conditions");
        ArrayNode items = list(tree, "items");
        for (PairTable.Pair pair : pairs) {
            ObjectNode condition = named(conditions, pair.condition());
            if (!condition.has("kind")) {
                condition.put("kind", UPLOADED);
            }
            ObjectNode item = named(items, pair.item());
            boolean recording = condition.path("kind").asText().equals("ground-truth");
            if (recording || !item.has("source")) {
                item.putObject("source").put("kind", UPLOADED).put("file", pair.file());
            }
            if (!recording) {
                ObjectNode files = item.path("files") instanceof ObjectNode there ? there : item.putObject("files");
                files.put(pair.condition().text(), pair.file());
            }
        }
    }

    private static ArrayNode list(ObjectNode tree, String key) {
        return tree.path(key) instanceof ArrayNode there ? there : tree.putArray(key);
    }

    private static ObjectNode named(ArrayNode list, Id id) {
        for (JsonNode one : list) {
            if (one instanceof ObjectNode block && block.path("id").asText().equals(id.text())) {
                return block;
            }
        }
        return list.addObject().put("id", id.text());
    }
}
