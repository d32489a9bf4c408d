package org.antiphon.study.design.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.antiphon.study.design.document.Finding.Severity;

/** Collects what is found in one document; each finding once, in the order of the document. */
public final class Findings {

    /** More than anybody reads; a hostile document could have one for each byte. */
    private static final int MOST = 100;

    private final Set<Finding> found = new LinkedHashSet<>();

    /** Says that the document cannot be used because of {@code part}. */
    public void refuse(Part part, String what, String remedy) {
        refuse(part.place(), part.path(), what, remedy);
    }

    /** Says that the document can be used, and what is doubtful about {@code part}. */
    public void advise(Part part, String what, String remedy) {
        found.add(new Finding(Severity.ADVICE, part.place(), part.path(), what, remedy));
    }

    void refuse(Place place, String path, String what, String remedy) {
        found.add(new Finding(Severity.REFUSED, place, path, what, remedy));
    }

    /** Whether the document cannot be used. */
    public boolean refused() {
        return found.stream().anyMatch(finding -> finding.severity() == Severity.REFUSED);
    }

    /** All findings from the first line to the last; when there are very many, the last one says how many more. */
    public List<Finding> inOrder() {
        List<Finding> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(Finding::place));
        if (sorted.size() <= MOST) {
            return List.copyOf(sorted);
        }
        Finding next = sorted.get(MOST);
        List<Finding> shown = new ArrayList<>(sorted.subList(0, MOST));
        shown.add(new Finding(
                next.severity(),
                next.place(),
                next.path(),
                "There are " + (sorted.size() - MOST) + " more problems from here on.",
                "Mend those above first."));
        return List.copyOf(shown);
    }
}
