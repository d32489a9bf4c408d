package org.antiphon.dashboard.results;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.antiphon.dashboard.figure.Cell;
import org.antiphon.dashboard.figure.Data;
import org.antiphon.dashboard.figure.Figure;
import org.antiphon.dashboard.results.Results.Counts;
import org.antiphon.dashboard.results.Section.Shown;

/** Results as their page shows them. */
record ResultsView(Results results) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** Rows of a table that are shown at once; files have all. */
    private static final int MOST_ROWS = 200;

    String asOf() {
        return TIME.format(results.read());
    }

    String machineTime() {
        return results.read().toString();
    }

    Counts counts() {
        return results.counts();
    }

    /** How far the study is, from 0 to 1. */
    String share() {
        return Cell.shown(Math.min(1, (double) counts().counted() / Math.max(1, counts().target())), 3);
    }

    String howFar() {
        return counts().counted() + " of " + counts().target() + " participants counted, "
                + Names.count(results.ratings(), "rating") + ".";
    }

    String others() {
        return counts().excluded() + " left out, " + counts().going() + " not finished, " + counts().stopped()
                + " declined or screened out.";
    }

    /** Whether there is anything to draw. */
    boolean empty() {
        return results.ratings() == 0;
    }

    boolean mushra() {
        return results.sections().stream().anyMatch(section -> section.paradigm().equals("mushra"));
    }

    boolean includes(String word) {
        return results.query().include().word().equals(word);
    }

    boolean screening() {
        return results.query().screening();
    }

    boolean grouped(String group) {
        return results.query().group().filter(group::equals).isPresent();
    }

    boolean measured(String metric) {
        return results.query().metric().filter(metric::equals).isPresent();
    }

    List<SectionView> sections() {
        return results.sections().stream()
                .map(section -> new SectionView(results, section))
                .toList();
    }

    /** A task. */
    record SectionView(Results results, Section section) {

        List<FigureView> see() {
            return section.see().stream().map(shown -> new FigureView(results, shown)).toList();
        }

        List<FigureView> sure() {
            return section.sure().stream().map(shown -> new FigureView(results, shown)).toList();
        }
    }

    /** A figure in both widths, with its table and what can be had of it. */
    record FigureView(Results results, Shown shown) {

        Figure figure() {
            return shown.figure();
        }

        String wide() {
            return figure().inPage(Figure.WIDE);
        }

        String narrow() {
            return figure().inPage(Figure.NARROW);
        }

        List<Data.Column> columns() {
            return figure().data().columns();
        }

        List<List<Cell>> rows() {
            List<List<Cell>> rows = figure().data().rows();
            return rows.subList(0, Math.min(MOST_ROWS, rows.size()));
        }

        int hidden() {
            return figure().data().rows().size() - rows().size();
        }

        String address(String ending) {
            return ResultsJson.address(results, figure(), ending);
        }
    }
}
