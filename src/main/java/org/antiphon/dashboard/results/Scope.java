package org.antiphon.dashboard.results;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.antiphon.dashboard.figure.Data;
import org.antiphon.dashboard.figure.Figure;
import org.antiphon.dashboard.figure.Plot;
import org.antiphon.dashboard.figure.Script;
import org.antiphon.dashboard.results.Section.Shown;

/** What the figures of a task have in common: what they are about, and how their programs find the same answers. */
record Scope(String task, int version, ResultsQuery query, PostScreening screened) {

    /**
     * What post-screening of a MUSHRA task looks at; nothing for other tasks.
     *
     * @param reference the hidden reference
     * @param midAnchor the anchor of 7 kHz
     * @param rules of the study that leave participants out for their ratings of these
     */
    record PostScreening(List<String> reference, List<String> midAnchor, List<String> rules) {

        static final PostScreening NONE = new PostScreening(List.of(), List.of(), List.of());
    }

    long seed() {
        return query.seed();
    }

    /** A program of this kind about this task, without parameters of its own. */
    Script script(String kind) {
        return new Script(kind, Map.of(), Map.of())
                .with("tasks", List.of(task))
                .with("include", List.of(query.include().word()))
                .with("screening", List.of(query.screening() ? "on" : "off"))
                .with("reference", screened.reference())
                .with("mid_anchor", screened.midAnchor())
                .with("post_screening", screened.rules())
                .with("group", query.group().map(Scope::column).stream().toList())
                .with(
                        "editions",
                        Stream.concat(Stream.of(version), query.more().stream())
                                .map(String::valueOf)
                                .toList())
                .with("edition", version)
                .with("seed", query.seed());
    }

    /** The column of sessions.csv that holds the answer to a question. */
    private static String column(String group) {
        return group.replace('-', '_').replace("/", "__");
    }

    Shown shown(String name, String title, String statement, String definition, Plot plot, Data data, Script script) {
        String description = Sentences.described(title, statement, data);
        return new Shown(new Figure(name, title, description, definition, plot, data, Optional.of(script)), statement);
    }
}
