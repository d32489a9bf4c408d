package org.antiphon.dashboard.results;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antiphon.dashboard.figure.Cell;
import org.antiphon.dashboard.figure.Data;
import org.antiphon.dashboard.figure.Figure;
import org.antiphon.dashboard.results.Results.Counts;
import org.antiphon.dashboard.results.Section.Shown;

/** Results as their page shows them; public because the template reads it. */
public final class ResultsView {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Rows of a table that are shown at once; files have all. */
    private static final int MOST_ROWS = 200;

    private final Results results;

    ResultsView(Results results) {
        this.results = results;
    }

    public String slug() {
        return results.slug();
    }

    public String title() {
        return results.title().isBlank() ? results.slug() : results.title();
    }

    /** As in an address: of one edition, or of several. */
    public String version() {
        return Stream.concat(Stream.of(results.version()), results.query().more().stream())
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    /** The same in words. */
    public String edition() {
        return results.query().more().isEmpty()
                ? "edition " + results.version()
                : "editions " + version().replace(",", ", ") + " together";
    }

    public String asOf() {
        return TIME.format(results.read());
    }

    public String machineTime() {
        return results.read().toString();
    }

    /** How far the study is, from 0 to 1. */
    public String share() {
        Counts counts = results.counts();
        return Cell.shown(Math.min(1, (double) counts.counted() / Math.max(1, counts.target())), 3);
    }

    public String howFar() {
        Counts counts = results.counts();
        String people = counts.counted() > counts.target()
                ? counts.counted() + " participants counted, where " + counts.target() + " were wanted, "
                : counts.counted() + " of " + counts.target() + " participants counted, ";
        return people + Names.count(results.ratings(), "rating") + " looked at.";
    }

    public String others() {
        Counts counts = results.counts();
        return counts.excluded() + " left out, " + counts.going() + " not finished, " + counts.stopped()
                + " declined or screened out.";
    }

    /** Whether there is nothing to draw. */
    public boolean nothing() {
        return results.ratings() == 0;
    }

    /** What can be wished for, with what is wished for now. */
    public record Choice(String value, String words, boolean chosen) {}

    public List<Choice> includes() {
        Include now = results.query().include();
        return List.of(
                new Choice("counted", "Those who count", now == Include.COUNTED),
                new Choice("excluded", "Also who was left out", now == Include.EXCLUDED),
                new Choice("all", "Everybody, also unfinished", now == Include.ALL));
    }

    /** Each edition, and all of them together; none if there is only one. */
    public List<Choice> editions() {
        List<Integer> all = results.versions();
        if (all.size() < 2) {
            return List.of();
        }
        String asked = version();
        List<Choice> choices = new ArrayList<>();
        all.forEach(one ->
                choices.add(new Choice(Integer.toString(one), "Edition " + one, asked.equals(Integer.toString(one)))));
        String together = all.stream().map(String::valueOf).collect(Collectors.joining(","));
        choices.add(new Choice(together, "All editions together", asked.equals(together)));
        if (choices.stream().noneMatch(Choice::chosen)) {
            choices.add(new Choice(asked, "Editions " + asked.replace(",", ", "), true));
        }
        return choices;
    }

    /** What to know before answers of several editions are read together. */
    public List<String> warnings() {
        return results.warnings();
    }

    /** None if the study asks nothing to group by. */
    public List<Choice> groups() {
        return choices(results.groups(), results.query().group());
    }

    /** None if no clip is measured. */
    public List<Choice> metrics() {
        return choices(results.metrics(), results.query().metric());
    }

    /** None if no task is MUSHRA. */
    public List<Choice> screenings() {
        boolean on = results.query().screening();
        return results.sections().stream()
                        .anyMatch(section -> section.paradigm().equals("mushra"))
                ? List.of(new Choice("off", "Off", !on), new Choice("on", "On", on))
                : List.of();
    }

    private static List<Choice> choices(Map<String, String> words, Optional<String> chosen) {
        return words.entrySet().stream()
                .map(one -> new Choice(
                        one.getKey(),
                        one.getValue(),
                        chosen.filter(one.getKey()::equals).isPresent()))
                .toList();
    }

    public List<Part> tasks() {
        return results.sections().stream().map(section -> part(section)).toList();
    }

    private Part part(Section section) {
        return new Part(
                section.task(),
                section.title(),
                section.paradigm(),
                section.question(),
                section.see().stream().map(this::drawn).toList(),
                section.sure().stream().map(this::drawn).toList());
    }

    private Drawn drawn(Shown shown) {
        return drawn(shown, files(ending -> ResultsJson.address(results, shown.figure(), ending)));
    }

    /** The files of a figure, by where each of its kind is. */
    static List<File> files(UnaryOperator<String> address) {
        return FILES.entrySet().stream()
                .map(file -> new File(file.getValue(), address.apply(file.getKey())))
                .toList();
    }

    /** @param files that are to be had of it */
    static Drawn drawn(Shown shown, List<File> files) {
        Figure figure = shown.figure();
        List<List<Cell>> rows = figure.data().rows();
        int visible = Math.min(MOST_ROWS, rows.size());
        return new Drawn(
                figure.name(),
                figure.title(),
                shown.statement(),
                figure.definition(),
                figure.inPage(Figure.WIDE),
                figure.inPage(Figure.NARROW),
                figure.data().columns(),
                rows.subList(0, visible),
                rows.size() - visible,
                files);
    }

    private static final Map<String, String> FILES = files();

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("svg", "SVG");
        files.put("png", "PNG");
        files.put("csv", "CSV");
        files.put("R", "R");
        files.put("py", "Python");
        return files;
    }

    /** A task. */
    public record Part(
            String task, String title, String paradigm, String question, List<Drawn> see, List<Drawn> sure) {}

    /**
     * A figure in both widths, with its table and what can be had of it.
     *
     * @param hidden how many rows are only in the file
     */
    public record Drawn(
            String name,
            String title,
            String statement,
            String definition,
            String wide,
            String narrow,
            List<Data.Column> columns,
            List<List<Cell>> rows,
            int hidden,
            List<File> files) {}

    /** A file to be had. */
    public record File(String kind, String address) {}
}
