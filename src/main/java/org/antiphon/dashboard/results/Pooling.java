package org.antiphon.dashboard.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.antiphon.dashboard.reading.EditionRecord;
import org.antiphon.dashboard.reading.Snapshot;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;
import org.antiphon.study.design.Study;

/** What to know before answers to several editions of a study are put together. */
final class Pooling {

    private static final Map<String, Function<Study, Object>> ASPECTS = aspects();

    private Pooling() {}

    private static Map<String, Function<Study, Object>> aspects() {
        Map<String, Function<Study, Object>> aspects = new LinkedHashMap<>();
        aspects.put("conditions", Study::conditions);
        aspects.put("items", Study::items);
        aspects.put("scales", Study::scales);
        aspects.put("tasks", Study::tasks);
        aspects.put("presentation", Study::presentation);
        aspects.put("languages", Study::languages);
        aspects.put("flow", Study::flow);
        aspects.put("checks", Study::checks);
        aspects.put("exclusions", Study::exclusions);
        return aspects;
    }

    /** @throws ProblemException 404 if there is no edition of that version */
    static EditionRecord edition(String slug, List<EditionRecord> all, int version) {
        return all.stream()
                .filter(edition -> edition.version() == version)
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                                "There is no such edition",
                                slug + " has " + all.size() + " editions, counted from 1; " + version
                                        + " is none of them.")
                        .exception());
    }

    /** The digest of each clip, by version and then by item and condition. */
    static Map<Integer, Map<String, String>> clips(Snapshot snapshot) {
        Map<Integer, Map<String, String>> clips = new HashMap<>();
        snapshot.stimuli(stimulus -> clips.computeIfAbsent(stimulus.version(), version -> new HashMap<>())
                .put(stimulus.item() + " " + stimulus.condition(), stimulus.sha256()));
        return clips;
    }

    /** A sentence for each edition whose design is not that of the first; none if they only differ in what nobody rates. */
    static List<String> warnings(List<EditionRecord> editions, Map<Integer, Map<String, String>> clips) {
        List<String> warnings = new ArrayList<>();
        EditionRecord first = editions.get(0);
        for (EditionRecord other : editions.subList(1, editions.size())) {
            List<String> differences = new ArrayList<>();
            ASPECTS.forEach((name, of) -> {
                if (!of.apply(first.study()).equals(of.apply(other.study()))) {
                    differences.add(name);
                }
            });
            Map<String, String> heard = clips.getOrDefault(other.version(), Map.of());
            boolean otherFiles = clips.getOrDefault(first.version(), Map.of()).entrySet().stream()
                    .anyMatch(clip -> heard.containsKey(clip.getKey())
                            && !heard.get(clip.getKey()).equals(clip.getValue()));
            if (otherFiles) {
                differences.add("clips of the same name");
            }
            if (!differences.isEmpty()) {
                warnings.add("Edition " + other.version() + " differs from edition " + first.version() + " in "
                        + String.join(", ", differences)
                        + ": its answers are counted by name all the same, and what edition " + first.version()
                        + " does not name is left out.");
            }
        }
        return warnings;
    }
}
