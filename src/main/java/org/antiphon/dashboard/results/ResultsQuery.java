package org.antiphon.dashboard.results;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;

/**
 * What somebody wants to see of a study.
 *
 * @param version of the edition; empty: the newest
 * @param more versions of older editions whose answers are put together with those of that one
 * @param include whose answers
 * @param screening whether assessors of MUSHRA tasks are left out by the post-screening of BS.1534-3
 * @param group questionnaire and question, {@code background/training}, by whose answers participants are grouped
 * @param metric which automatic metric ratings are drawn against; empty: the first
 * @param seed of the intervals that are drawn by chance
 */
public record ResultsQuery(
        OptionalInt version,
        List<Integer> more,
        Include include,
        boolean screening,
        Optional<String> group,
        Optional<String> metric,
        long seed) {

    public ResultsQuery {
        more = List.copyOf(more);
    }

    /** What is seen without any wish. */
    public static final ResultsQuery PLAIN = new ResultsQuery(
            OptionalInt.empty(), List.of(), Include.COUNTED, false, Optional.empty(), Optional.empty(), 1);

    private static final List<String> NAMES =
            List.of("version", "include", "screening", "group", "metric", "seed", "width");

    /**
     * Reads the parameters of an address.
     *
     * @throws ProblemException 400, naming the parameter that is not understood and what it may be
     */
    static ResultsQuery of(Map<String, List<String>> parameters) {
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            if (!NAMES.contains(parameter.getKey())) {
                throw bad(parameter.getKey(), "is none of " + String.join(", ", new TreeSet<>(NAMES)));
            }
            if (parameter.getValue().size() > 1) {
                throw bad(parameter.getKey(), "is given more than once");
            }
        }
        List<Integer> versions =
                text(parameters, "version").map(ResultsQuery::versions).orElse(List.of());
        return new ResultsQuery(
                versions.stream().mapToInt(Integer::intValue).findFirst(),
                versions.stream().skip(1).toList(),
                text(parameters, "include").map(ResultsQuery::include).orElse(Include.COUNTED),
                text(parameters, "screening").map(ResultsQuery::screening).orElse(false),
                text(parameters, "group").map(ResultsQuery::group),
                text(parameters, "metric"),
                text(parameters, "seed")
                        .map(text -> whole("seed", text, 0, Long.MAX_VALUE))
                        .orElse(PLAIN.seed));
    }

    private static final int MOST_EDITIONS = 50;

    /** One, or several with commas between: the newest first. */
    private static List<Integer> versions(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length > MOST_EDITIONS) {
            throw bad("version", "names more than " + MOST_EDITIONS + " editions");
        }
        return Arrays.stream(parts)
                .map(part -> (int) whole("version", part.strip(), 1, Integer.MAX_VALUE))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The same of this edition. */
    ResultsQuery ofVersion(int one) {
        return new ResultsQuery(OptionalInt.of(one), more, include, screening, group, metric, seed);
    }

    /** The width of a picture in pixels. */
    static int width(Map<String, List<String>> parameters, int otherwise) {
        return text(parameters, "width")
                .map(text -> (int) whole("width", text, 240, 2000))
                .orElse(otherwise);
    }

    private static Optional<String> text(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .findFirst()
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static long whole(String name, String text, long least, long most) {
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, with the bounds
        }
        throw bad(name, "is a whole number from " + least + " to " + most);
    }

    private static Include include(String text) {
        return Arrays.stream(Include.values())
                .filter(one -> one.word().equals(text))
                .findFirst()
                .orElseThrow(() -> bad("include", "is counted, excluded or all"));
    }

    private static boolean screening(String text) {
        return switch (text) {
            case "on" -> true;
            case "off" -> false;
            default -> throw bad("screening", "is on or off");
        };
    }

    private static String group(String text) {
        if (text.split("/", -1).length != 2) {
            throw bad("group", "is a questionnaire and one of its questions: QUESTIONNAIRE/QUESTION");
        }
        return text;
    }

    static ProblemException bad(String name, String rule) {
        return Problem.badRequest(
                        "bad-parameter", "That is no way to look at results", "\"" + name + "\" " + rule + ".")
                .exception();
    }

    /** The same wish as the end of an address, {@code ?…}; empty if it is none. */
    String inAddress() {
        StringBuilder address = new StringBuilder();
        version.ifPresent(number -> {
            address.append("&version=").append(number);
            more.forEach(other -> address.append(',').append(other));
        });
        if (include != Include.COUNTED) {
            address.append("&include=").append(include.word());
        }
        address.append(screening ? "&screening=on" : "");
        group.ifPresent(name -> address.append("&group=").append(name));
        metric.ifPresent(name -> address.append("&metric=").append(name));
        if (seed != PLAIN.seed) {
            address.append("&seed=").append(seed);
        }
        return address.isEmpty() ? "" : "?" + address.substring(1);
    }
}
