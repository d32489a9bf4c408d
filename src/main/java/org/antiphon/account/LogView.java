package org.antiphon.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One page of the audit log, as it is shown.
 *
 * @param action where the filter leads
 * @param older address of the older entries; empty if there are none
 * @param file address of all of it as a file, but for the ending: .csv or .json, and what is chosen
 */
record LogView(
        String title,
        String action,
        boolean studies,
        Chosen chosen,
        List<Choice> deeds,
        List<Line> lines,
        String older,
        String file) {

    /** What the filter holds now. */
    record Chosen(String study, String deed) {}

    /** One deed to filter by. */
    record Choice(String label, String words, boolean chosen) {}

    /** One entry in words. */
    record Line(String at, String exact, String who, String did, String study, String detail) {}

    /** @param whole whether entries of all studies are shown, and the filter asks for one */
    static LogView of(
            String title, String action, boolean whole, AuditLog.Filter filter, List<AuditLog.Entry> entries) {
        String study = whole ? filter.study().orElse("") : "";
        String deed = filter.deed().map(Deed::label).orElse("");
        List<AuditLog.Entry> shown = entries.subList(0, Math.min(AuditLog.PAGE, entries.size()));
        String older = entries.size() > AuditLog.PAGE
                ? action + "?before=" + shown.get(shown.size() - 1).id() + "&deed=" + deed + "&study="
                        + URLEncoder.encode(study, StandardCharsets.UTF_8)
                : "";
        return new LogView(
                title,
                action,
                whole,
                new Chosen(study, deed),
                Arrays.stream(Deed.values())
                        .map(known -> new Choice(
                                known.label(), known.words(), known.label().equals(deed)))
                        .toList(),
                shown.stream().map(LogView::line).toList(),
                older,
                whole ? "/api/log" : "/api" + action);
    }

    private static Line line(AuditLog.Entry entry) {
        return new Line(
                Shown.minute(entry.at()),
                entry.at().toString(),
                entry.account()
                        + entry.token()
                                .map(name -> " by the token “" + name + "”")
                                .orElse(""),
                entry.deed().words(),
                entry.study().orElse(""),
                entry.detail());
    }

    /** What was asked for, from the query of an address. */
    static AuditLog.Filter filter(Optional<String> study, String deed, String before) {
        Optional<Deed> known = Forms.given(deed).flatMap(label -> Arrays.stream(Deed.values())
                .filter(each -> each.label().equals(label))
                .findFirst());
        return new AuditLog.Filter(study, Optional.empty(), known, Forms.number(before));
    }
}
