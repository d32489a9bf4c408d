package org.antiphon.dashboard.results;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.antiphon.dashboard.results.Section.Shown;

/**
 * What an edition has shown.
 *
 * @param stamp changes when there is something new
 * @param read when it was looked up in the database
 * @param version of the edition
 * @param versions all that there are, the newest first
 * @param warnings what to know before answers of several editions are read together
 * @param counts of sessions
 * @param ratings that are looked at, one for each value
 * @param groups by whose answers participants can be grouped: questionnaire and question, with its words
 * @param metrics by their names
 */
record Results(
        String slug,
        String title,
        String stamp,
        Instant read,
        int version,
        List<Integer> versions,
        List<String> warnings,
        Counts counts,
        long ratings,
        Map<String, String> groups,
        Map<String, String> metrics,
        ResultsQuery query,
        List<Section> sections) {

    /**
     * How sessions stand.
     *
     * @param counted are part of the analysis
     * @param excluded finished, and left out by a rule or by hand
     * @param going not finished yet, or left without a word
     * @param stopped declined, screened out, or over a quota
     * @param target how many are wanted
     */
    record Counts(long counted, long excluded, long going, long stopped, long target) {}

    Stream<Shown> figures() {
        return sections.stream().flatMap(section -> Stream.concat(section.see().stream(), section.sure().stream()));
    }

    Optional<Shown> figure(String name) {
        return figures().filter(shown -> shown.figure().name().equals(name)).findFirst();
    }
}
