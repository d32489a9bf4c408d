package org.antiphon.study.rating;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.antiphon.clip.SampleRate;
import org.antiphon.media.DecodeRequest;
import org.antiphon.media.DirectMediaReader;
import org.antiphon.media.MediaRejected;
import org.antiphon.platform.Digest;
import org.antiphon.study.session.assignment.Slot;
import org.antiphon.study.stimulus.CodedFrames;

/**
 * Looks for anything by which conditions could be told apart without listening: sizes, headers, handles, names, positions,
 * what pages are told, words inside files, and how long files take to come.
 */
final class Leaks {

    /** Words that people read; a study may write there what it likes. */
    private static final Set<String> WORDS = Set.of(
            "text",
            "question",
            "label",
            "labels",
            "low",
            "high",
            "title",
            "instruction",
            "contact",
            "paradigm",
            "kind");

    private static final Pattern READABLE = Pattern.compile("[\\x20-\\x7e]{6,}");
    private static final Pattern SPOKEN = Pattern.compile("[A-Za-z]{4}");
    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_-]+");
    private static final double TIMES_SLOWER = 10;
    private static final long SLOWER_NANOS = 20_000_000;
    private static final int ENOUGH_FOR_POSITIONS = 8;

    private final List<Sighting> sightings;
    private final Set<String> secrets;
    private final List<String> found = new ArrayList<>();

    private Leaks(List<Sighting> sightings, Set<String> secrets) {
        this.sightings = sightings;
        this.secrets = secrets;
    }

    /**
     * Everything that gives a condition away, as sentences.
     *
     * @param secrets names that no participant may come to see
     */
    static List<String> in(List<Sighting> sightings, Set<String> secrets) {
        Leaks leaks = new Leaks(sightings, secrets);
        leaks.sameWithinAnItem("size", one -> Integer.toString(one.bytes().length));
        leaks.sameWithinAnItem("headers", one -> headers(one).toString());
        leaks.sameWithinAnItem("answer about parts", one -> one.parts().toString());
        leaks.sameWithinAnItem("layout", one -> Layout.of(one.bytes()).toString());
        leaks.sameWithinAnItem("index", one -> Layout.index(one.bytes()));
        leaks.sameOnAllPages();
        leaks.handles();
        leaks.twins();
        leaks.sounds();
        leaks.names();
        leaks.words();
        leaks.positions("slot", one -> one.slots() > 1, Sighting::slot);
        leaks.positions("place among the pages", one -> one.slots() == 1, one -> Integer.toString(one.number()));
        leaks.times();
        return leaks.found;
    }

    private static Map<String, List<String>> headers(Sighting sighting) {
        return undated(sighting.headers());
    }

    /** Headers but for the time of the answer. */
    static Map<String, List<String>> undated(Map<String, List<String>> headers) {
        Map<String, List<String>> undated = new TreeMap<>(headers);
        undated.remove("date");
        return undated;
    }

    private void sameWithinAnItem(String what, Function<Sighting, String> feature) {
        Map<String, Map<String, Set<String>>> byItem = new TreeMap<>();
        sightings.forEach(one -> byItem.computeIfAbsent(one.item(), item -> new TreeMap<>())
                .computeIfAbsent(feature.apply(one), value -> new TreeSet<>())
                .add(one.condition()));
        byItem.forEach((item, values) -> {
            if (values.size() > 1) {
                found.add("The " + what + " of " + item + " differs between conditions: " + values);
            }
        });
    }

    /** Without addresses and numbers, all pages of a task that show one item are told the same. */
    private void sameOnAllPages() {
        Map<String, Map<JsonNode, Set<String>>> byPage = new TreeMap<>();
        for (Sighting one : sightings) {
            ObjectNode step = one.step().deepCopy();
            step.remove(List.of("id", "number"));
            step.get("clips").forEach(clip -> ((ObjectNode) clip).remove("url"));
            byPage.computeIfAbsent(one.page() + " with " + one.item(), page -> new HashMap<>())
                    .computeIfAbsent(step, told -> new TreeSet<>())
                    .add(one.condition());
        }
        byPage.forEach((page, told) -> {
            if (told.size() > 1) {
                found.add("Pages of " + page + " are told different things: " + told.values());
            }
        });
    }

    private void handles() {
        Set<String> seen = new HashSet<>();
        Set<Integer> lengths = new TreeSet<>();
        for (Sighting one : sightings) {
            lengths.add(one.handle().length());
            if (!seen.add(one.handle())) {
                found.add("A handle came twice: " + one.handle());
            }
            if (!HANDLE.matcher(one.handle()).matches()) {
                found.add("A handle is more than letters and digits: " + one.handle());
            }
        }
        if (lengths.size() > 1) {
            found.add("Handles have different lengths: " + lengths);
        }
    }

    /** The hidden reference is the open one, X is A or B: equal files would say which. */
    private void twins() {
        Map<ByteBuffer, Sighting> seen = new HashMap<>();
        for (Sighting one : sightings) {
            Sighting twin = seen.put(ByteBuffer.wrap(one.bytes()), one);
            if (twin != null) {
                found.add("Files are equal: " + twin.slot() + " of page " + twin.number() + " and " + one.slot()
                        + " of page " + one.number() + " of " + one.page());
            }
        }
    }

    /** What differs as a file may be equal to who decodes it. */
    private void sounds() {
        Map<String, List<Sighting>> seen = new HashMap<>();
        for (Sighting one : sightings) {
            List<Sighting> twins = decoded(one.bytes())
                    .map(sound -> seen.computeIfAbsent(sound, key -> new ArrayList<>()))
                    .orElse(new ArrayList<>());
            // another session may meet the same take, but not one in which it is known as what it is
            twins.stream()
                    .filter(twin -> twin.session().equals(one.session()) || known(twin) != known(one))
                    .forEach(twin -> found.add("Sounds decode to the same: " + twin.slot() + " of page " + twin.number()
                            + " and " + one.slot() + " of page " + one.number() + " of " + one.page()));
            twins.add(one);
        }
    }

    private static boolean known(Sighting one) {
        return Set.of(Slot.REFERENCE, Slot.UNKNOWN).contains(one.slot());
    }

    /** The digest of the samples; empty if the file holds no coded sound. */
    private static Optional<String> decoded(byte[] file) {
        if (CodedFrames.of(file).isEmpty()) {
            return Optional.empty();
        }
        try {
            Path path = Files.write(Files.createTempFile("decoded", ".mp4"), file);
            float[] samples = new DirectMediaReader()
                    .decode(path, DecodeRequest.soundAt(SampleRate.STUDIO))
                    .sound()
                    .orElseThrow()
                    .samples();
            Files.delete(path);
            ByteBuffer bytes = ByteBuffer.allocate(4 * samples.length);
            bytes.asFloatBuffer().put(samples);
            return Optional.of(Digest.of(bytes.array()).hex());
        } catch (IOException | MediaRejected e) {
            throw new IllegalStateException(e);
        }
    }

    private void names() {
        Set<String> told = new TreeSet<>();
        sightings.forEach(one -> names("", one.step(), told));
        sightings.forEach(one -> one.headers().forEach((name, values) -> {
            told.add(name);
            told.addAll(values);
        }));
        for (String secret : secrets) {
            told.stream()
                    .filter(text -> text.contains(secret))
                    .findFirst()
                    .ifPresent(text -> found.add("The name \"" + secret + "\" is told: " + text));
        }
    }

    private static void names(String key, JsonNode node, Set<String> told) {
        if (WORDS.contains(key)) {
            return;
        }
        if (node.isObject()) {
            node.fields().forEachRemaining(entry -> {
                told.add(entry.getKey());
                names(entry.getKey(), entry.getValue(), told);
            });
        } else if (node.isArray()) {
            node.forEach(one -> names(key, one, told));
        } else {
            told.add(node.asText());
        }
    }

    /** Readable words that stand in every file of one condition and in none of another, such as the tag of an encoder. */
    private void words() {
        Map<String, Set<String>> inAll = new TreeMap<>();
        Map<String, Set<String>> inSome = new TreeMap<>();
        for (Sighting one : sightings) {
            Set<String> words = readable(one.bytes());
            inAll.computeIfAbsent(one.condition(), condition -> new HashSet<>(words))
                    .retainAll(words);
            inSome.computeIfAbsent(one.condition(), condition -> new HashSet<>())
                    .addAll(words);
        }
        inAll.forEach((condition, words) -> inSome.forEach((other, others) -> words.stream()
                .filter(word -> !others.contains(word))
                .findFirst()
                .ifPresent(word ->
                        found.add("\"" + word + "\" stands in all files of " + condition + ", in none of " + other))));
    }

    private static Set<String> readable(byte[] bytes) {
        Set<String> words = new HashSet<>();
        Matcher matcher = READABLE.matcher(new String(Layout.beginning(bytes), StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            if (SPOKEN.matcher(matcher.group()).find()) { // coded sound has signs in a row as well
                words.add(matcher.group());
            }
        }
        return words;
    }

    private void positions(String what, Predicate<Sighting> counted, Function<Sighting, String> position) {
        Map<String, List<String>> places = sightings.stream()
                .filter(counted)
                .filter(one -> !one.slot().equals("reference"))
                .collect(Collectors.groupingBy(
                        one -> one.page() + " in " + one.condition(),
                        TreeMap::new,
                        Collectors.mapping(position, Collectors.toList())));
        places.forEach((who, where) -> {
            if (where.size() >= ENOUGH_FOR_POSITIONS && new HashSet<>(where).size() == 1) {
                found.add("The " + what + " of " + who + " is always " + where.get(0));
            }
        });
    }

    private void times() {
        Map<String, Long> medians = sightings.stream()
                .collect(Collectors.groupingBy(
                        Sighting::condition,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Leaks::median)));
        long slowest =
                medians.values().stream().mapToLong(Long::longValue).max().orElse(0);
        long fastest =
                medians.values().stream().mapToLong(Long::longValue).min().orElse(0);
        if (slowest > TIMES_SLOWER * fastest && slowest - fastest > SLOWER_NANOS) {
            found.add("Some conditions take longer to come than others, in nanoseconds: " + medians);
        }
    }

    private static long median(List<Sighting> sightings) {
        long[] times = sightings.stream().mapToLong(Sighting::nanos).toArray();
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
