package org.antiphon.dashboard.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.StreamSupport;

/** Golden numbers of statistics; {@code golden/README.md} says where they are from. */
final class Golden {

    private Golden() {}

    static JsonNode read(String name) {
        try {
            return new ObjectMapper().readTree(Golden.class.getResourceAsStream("/golden/statistics/" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A column of numbers, null as NaN. */
    static double[] column(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(node -> node.isNull() ? Double.NaN : node.asDouble())
                .toArray();
    }

    static int[] indices(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }

    static double[][] rows(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(Golden::column)
                .toArray(double[][]::new);
    }
}
