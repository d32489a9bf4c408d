package org.antiphon.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.antiphon.media.Crop;

/**
 * Which part of a picture shows which player, for pieces of several players: the file {@value #FILE} beside the pieces.
 *
 * <pre>{@code
 * {
 *   "01_Jupiter_vn_vc": {
 *     "picture": [1920, 1080],
 *     "players": [[0, 60, 960, 960], [960, 60, 960, 960]]
 *   }
 * }
 * }</pre>
 *
 * <p>A box is left, top, width, height in pixels of a picture of that size, upright; one box a player, in track order.
 *
 * @param pieces boxes by the name of the piece's folder
 */
public record PlayerBoxes(Map<String, Piece> pieces) {

    /** The name of the file. */
    public static final String FILE = "boxes.json";

    /** No piece's boxes are known. */
    public static final PlayerBoxes NONE = new PlayerBoxes(Map.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One piece.
     *
     * @param width of the picture
     * @param height of the picture
     * @param players left, top, width, height of each player's box, in track order
     */
    public record Piece(int width, int height, List<int[]> players) {

        /** @throws IllegalArgumentException naming the box that does not lie in the picture */
        public Piece {
            players = List.copyOf(players);
            for (int i = 0; i < players.size(); i++) {
                int[] box = players.get(i);
                boolean inside = box[0] >= 0
                        && box[1] >= 0
                        && box[2] > 0
                        && box[3] > 0
                        && box[0] + box[2] <= width
                        && box[1] + box[3] <= height;
                if (!inside) {
                    throw new IllegalArgumentException("box " + (i + 1) + " (" + box[2] + "×" + box[3] + " at " + box[0]
                            + ", " + box[1] + ") does not lie in a picture of " + width + "×" + height);
                }
            }
        }

        /** The box of a player, counted from 1, in shares of the picture. */
        public Crop crop(int track) {
            int[] box = players.get(track - 1);
            return new Crop(
                    (double) box[0] / width,
                    (double) box[1] / height,
                    (double) box[2] / width,
                    (double) box[3] / height);
        }
    }

    public PlayerBoxes {
        pieces = Collections.unmodifiableMap(new LinkedHashMap<>(pieces));
    }

    /** The boxes of a piece, if they are known. */
    public Optional<Piece> of(String piece) {
        return Optional.ofNullable(pieces.get(piece));
    }

    /**
     * @throws IOException naming the file, the piece and what is wrong with it
     */
    public static PlayerBoxes read(Path file) throws IOException {
        Map<String, Piece> pieces = new LinkedHashMap<>();
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            if (!root.isObject()) {
                throw new IOException(file + ": must hold one object with a piece a name");
            }
            for (Map.Entry<String, JsonNode> entry : root.properties()) {
                pieces.put(entry.getKey(), piece(entry.getValue(), file + ", " + entry.getKey()));
            }
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": is no JSON (" + e.getOriginalMessage() + ")", e);
        }
        return new PlayerBoxes(pieces);
    }

    private static Piece piece(JsonNode node, String where) throws IOException {
        JsonNode picture = node.path("picture");
        if (picture.size() != 2
                || !picture.get(0).canConvertToInt()
                || !picture.get(1).canConvertToInt()) {
            throw new IOException(where + ": \"picture\" must be [width, height] in pixels");
        }
        List<int[]> players = new ArrayList<>();
        for (JsonNode box : node.path("players")) {
            if (box.size() != 4) {
                throw new IOException(where + ": box " + (players.size() + 1) + " must be [left, top, width, height]");
            }
            int[] values = new int[4];
            for (int i = 0; i < 4; i++) {
                if (!box.get(i).isNumber()) {
                    throw new IOException(where + ": box " + (players.size() + 1) + " holds " + box.get(i));
                }
                values[i] = (int) Math.round(box.get(i).doubleValue());
            }
            players.add(values);
        }
        try {
            return new Piece(picture.get(0).intValue(), picture.get(1).intValue(), players);
        } catch (IllegalArgumentException e) {
            throw new IOException(where + ": " + e.getMessage(), e);
        }
    }

    /** These, and of {@code others} the pieces that these lack. */
    public PlayerBoxes and(PlayerBoxes others) {
        Map<String, Piece> all = new TreeMap<>(others.pieces);
        all.putAll(pieces);
        return new PlayerBoxes(all);
    }

    /** Writes the file as {@link #read} reads it, a piece a line, to be corrected by hand; whole or not at all. */
    public void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Piece> entry : pieces.entrySet()) {
            Piece piece = entry.getValue();
            ObjectNode node = JSON.createObjectNode();
            node.putArray("picture").add(piece.width()).add(piece.height());
            ArrayNode players = node.putArray("players");
            for (int[] box : piece.players()) {
                ArrayNode values = players.addArray();
                for (int value : box) {
                    values.add(value);
                }
            }
            lines.add("  " + JSON.writeValueAsString(entry.getKey()) + ": " + JSON.writeValueAsString(node));
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, "{\n" + String.join(",\n", lines) + "\n}\n");
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
