package org.antiphon.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which package may use which, in topological order: a row may only name rows above it, so a cycle cannot be written.
 * The longest name that fits a package is its row: {@code study.session} before {@code study}.
 */
final class Table {

    static final String ROOT = "org.antiphon";

    static final Table OF_ANTIPHON = new Table()
            .row("clip")
            .row("media", "clip")
            .row("signal", "clip")
            .row("feature", "clip", "signal")
            .row("dataset", "clip", "media", "signal")
            .row("nn")
            .row("model", "clip", "nn")
            .row("translation", "clip", "signal", "feature", "model")
            .row("metric.pesq", "signal")
            .row("metric", "clip", "signal", "metric.pesq")
            .row("training", "clip", "media", "signal", "feature", "dataset", "nn", "model", "metric")
            // above this line: no web framework, no database; below it: the product
            .row("platform", "clip")
            .row("corpus", "dataset", "training", "platform")
            .row("account", "platform")
            .row("generation", "clip", "media", "translation", "metric", "platform", "account")
            .row("study.design", "clip", "platform", "account", "generation")
            .row("study.webmushra", "study.design")
            .row(
                    "study.stimulus",
                    "clip",
                    "media",
                    "signal",
                    "dataset",
                    "platform",
                    "account",
                    "generation",
                    "study.design")
            .row("study.edition", "clip", "platform", "account", "generation", "study.design", "study.stimulus")
            .row("study.session", "clip", "platform", "account", "generation", "study.design")
            .row("study.rating", "clip", "platform", "account", "generation", "study.design", "study.session")
            .row(
                    "study",
                    "clip",
                    "platform",
                    "account",
                    "generation",
                    "study.design",
                    "study.webmushra",
                    "study.stimulus",
                    "study.edition",
                    "study.session",
                    "study.rating")
            .row("dashboard.statistics")
            .row("dashboard.figure")
            .row(
                    "dashboard.reading",
                    "clip",
                    "platform",
                    "account",
                    "generation",
                    "study.design",
                    "study.session",
                    "study.rating")
            .row(
                    "dashboard.monitor",
                    "clip",
                    "platform",
                    "account",
                    "generation",
                    "study.design",
                    "study.session",
                    "dashboard.reading")
            .row(
                    "dashboard.results",
                    "clip",
                    "platform",
                    "account",
                    "generation",
                    "study.design",
                    "study.session",
                    "study.rating",
                    "study",
                    "metric",
                    "dashboard.statistics",
                    "dashboard.figure",
                    "dashboard.reading")
            .row(
                    "dashboard.export",
                    "clip",
                    "platform",
                    "account",
                    "generation",
                    "study.design",
                    "study.session",
                    "study.rating",
                    "dashboard.reading")
            .row(
                    "dashboard",
                    "clip",
                    "platform",
                    "account",
                    "generation",
                    "dashboard.statistics",
                    "dashboard.monitor",
                    "study",
                    "study.design",
                    "study.session",
                    "study.rating",
                    "dashboard.reading",
                    "dashboard.export")
            .rowOfAllBut("cli", "signal", "feature", "nn", "model");

    /** The rows that hold the product; all others know neither web framework nor database. */
    static final Set<String> PRODUCT = Set.of(
            "platform",
            "corpus",
            "account",
            "generation",
            "study.design",
            "study.stimulus",
            "study.edition",
            "study.session",
            "study.rating",
            "study",
            "dashboard.reading",
            "dashboard.monitor",
            "dashboard.results",
            "dashboard.export",
            "dashboard",
            "cli");

    private final Map<String, Set<String>> rows = new LinkedHashMap<>();

    Table row(String name, String... mayUse) {
        for (String used : mayUse) {
            if (!rows.containsKey(used)) {
                throw new IllegalArgumentException(name + " names " + used + ", which is no earlier row");
            }
        }
        if (rows.put(name, Set.of(mayUse)) != null) {
            throw new IllegalArgumentException("two rows for " + name);
        }
        return this;
    }

    private Table rowOfAllBut(String name, String... forbidden) {
        List<String> allowed = new ArrayList<>(rows.keySet());
        allowed.removeAll(List.of(forbidden));
        return row(name, allowed.toArray(String[]::new));
    }

    Set<String> names() {
        return rows.keySet();
    }

    /** The row a package belongs to, empty for the root itself and for packages that no row lists. */
    Optional<String> rowOf(String packageName) {
        Optional<String> best = Optional.empty();
        for (String name : rows.keySet()) {
            String full = ROOT + "." + name;
            boolean fits = packageName.equals(full) || packageName.startsWith(full + ".");
            if (fits && (best.isEmpty() || name.length() > best.get().length())) {
                best = Optional.of(name);
            }
        }
        return best;
    }

    boolean mayUse(String row, String other) {
        return row.equals(other) || rows.get(row).contains(other);
    }

    static boolean isOurs(String packageName) {
        return packageName.equals(ROOT) || packageName.startsWith(ROOT + ".");
    }
}
