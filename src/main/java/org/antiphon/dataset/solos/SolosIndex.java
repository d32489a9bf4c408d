package org.antiphon.dataset.solos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What Solos' index files say.
 *
 * @param instruments by video id, in the order of the file
 * @param segments from and, exclusive, to in frames at 25 a second by video id; a video without an entry is not cut. The
 *     file names a segment's last frame, not the one after it: of the 1349 segments as published 441 end with the last row
 *     of their video's skeleton, counted from 0, and none with the row after it
 * @param rows first and end row of the skeleton array by video id
 * @param counter how many rows the array has, as the index says
 * @param findings what was odd, one sentence each
 */
record SolosIndex(
        Map<String, String> instruments,
        Map<String, List<long[]>> segments,
        Map<String, long[]> rows,
        OptionalLong counter,
        List<String> findings) {

    private static final String COUNTER = "_counter";
    private static final String REMARK = "_"; // what names no instrument: _counter and its like

    /** @throws IOException naming the file that is missing, or is not what it should be */
    static SolosIndex read(Path root, SolosFiles files) throws IOException {
        List<String> findings = new ArrayList<>();
        Optional<JsonNode> ids = json(files.ids());
        Optional<JsonNode> timestamps = json(files.timestamps());
        if (ids.isEmpty() && timestamps.isEmpty()) {
            throw new IOException(root + ": holds neither solos_ids.json nor solos_timestamps.json; copy them and"
                    + " skeleton_dict.json from Solos' repository (json_files and skeleton_files) beside the videos");
        }
        Map<String, List<long[]>> segments = new LinkedHashMap<>();
        Map<String, String> listed = new LinkedHashMap<>();
        timestamps.ifPresent(node -> eachVideo(node, (instrument, id, value) -> {
            listed.put(id, instrument);
            segments.put(id, segments(id, value, findings));
        }));
        Map<String, String> instruments = new LinkedHashMap<>();
        ids.ifPresent(node -> listed(node, instruments, findings));
        if (ids.isEmpty()) {
            findings.add("solos_ids.json is missing; videos are taken from solos_timestamps.json");
            instruments.putAll(listed);
        }
        List<String> unlisted = listed.keySet().stream()
                .filter(id -> !instruments.containsKey(id))
                .toList();
        if (!unlisted.isEmpty()) {
            findings.add(
                    unlisted.size() + " of the videos in solos_timestamps.json are not in solos_ids.json, left out: "
                            + String.join(", ", unlisted));
        }
        if (timestamps.isEmpty()) {
            findings.add("solos_timestamps.json is missing; videos are used from beginning to end");
        }
        Map<String, long[]> rows = new LinkedHashMap<>();
        OptionalLong counter = rows(json(files.rows()), rows, findings);
        return new SolosIndex(instruments, segments, rows, counter, findings);
    }

    private static void listed(JsonNode byInstrument, Map<String, String> instruments, List<String> findings) {
        for (Map.Entry<String, JsonNode> instrument : byInstrument.properties()) {
            if (instrument.getValue().isArray()) {
                instrument.getValue().forEach(id -> {
                    String before = instruments.putIfAbsent(id.asText(), instrument.getKey());
                    if (before != null && !before.equals(instrument.getKey())) {
                        findings.add(id.asText() + ": is listed for " + before + " and for " + instrument.getKey()
                                + ", taken as " + before);
                    }
                });
            } else if (!instrument.getKey().startsWith(REMARK)) {
                findings.add("solos_ids.json: " + instrument.getKey() + " is no list of videos, left out");
            }
        }
    }

    private interface Video {
        void at(String instrument, String id, JsonNode value);
    }

    private static void eachVideo(JsonNode byInstrument, Video use) {
        for (Map.Entry<String, JsonNode> instrument : byInstrument.properties()) {
            boolean remark = instrument.getKey().startsWith(REMARK);
            for (Map.Entry<String, JsonNode> video : remark
                    ? Set.<Map.Entry<String, JsonNode>>of()
                    : instrument.getValue().properties()) {
                use.at(instrument.getKey(), video.getKey(), video.getValue());
            }
        }
    }

    private static List<long[]> segments(String id, JsonNode value, List<String> findings) {
        List<long[]> segments = new ArrayList<>();
        if (!value.isArray()) {
            findings.add(id + ": has no list of segments in solos_timestamps.json but " + value);
            return segments;
        }
        for (JsonNode pair : value) {
            Optional<long[]> range = range(pair);
            if (range.isPresent()) {
                segments.add(new long[] {range.get()[0], range.get()[1] + 1});
            } else {
                boolean seconds = pair.size() == 2 && (fraction(pair.get(0)) || fraction(pair.get(1)));
                findings.add(id + ": segment " + pair + " is none, left out"
                        + (seconds ? "; frames at 25 a second are meant, not seconds" : ""));
            }
        }
        return segments;
    }

    private static Optional<long[]> range(JsonNode pair) {
        boolean whole = pair.isArray()
                && pair.size() == 2
                && pair.get(0).canConvertToExactIntegral()
                && pair.get(1).canConvertToExactIntegral();
        if (!whole
                || pair.get(0).longValue() < 0
                || pair.get(1).longValue() <= pair.get(0).longValue()) {
            return Optional.empty();
        }
        return Optional.of(new long[] {pair.get(0).longValue(), pair.get(1).longValue()});
    }

    private static boolean fraction(JsonNode number) {
        return number.isNumber() && !number.canConvertToExactIntegral();
    }

    private static OptionalLong rows(Optional<JsonNode> dictionary, Map<String, long[]> rows, List<String> findings) {
        OptionalLong counter = OptionalLong.empty();
        if (dictionary.isEmpty()) {
            findings.add("skeleton_dict.json is missing; there are no skeletons");
            return counter;
        }
        for (Map.Entry<String, JsonNode> entry : dictionary.get().properties()) {
            if (entry.getKey().equals(COUNTER)) {
                counter = OptionalLong.of(entry.getValue().longValue());
            } else if (entry.getKey().startsWith(REMARK) && !entry.getValue().isArray()) {
                continue; // ids may begin so as well
            } else if (range(entry.getValue()).isPresent()) {
                rows.put(entry.getKey(), range(entry.getValue()).get());
            } else {
                findings.add(entry.getKey() + ": rows " + entry.getValue() + " of its skeleton are none");
            }
        }
        return counter;
    }

    private static Optional<JsonNode> json(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode node = new ObjectMapper().readTree(Files.readString(file.get()));
            if (!node.isObject()) {
                throw new IOException(file.get() + ": must hold one JSON object");
            }
            return Optional.of(node);
        } catch (JsonProcessingException e) {
            throw new IOException(file.get() + ": is no JSON (" + e.getOriginalMessage() + ")", e);
        }
    }
}
