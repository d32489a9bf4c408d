package org.antiphon.dashboard.results;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.dashboard.statistics.Clusters;

/** Sums by cell and participant where there may be many of both: so many cells at a time as fit into little memory. */
final class Cellwise {

    /** Numbers that are held at a time: about 50 MB. */
    private static final long MOST = 4_000_000;

    private Cellwise() {}

    /** @param cell of each row from 0 to cells - 1, negative for rows that belong to none */
    static List<Clusters> of(int cells, int[] cell, Judged judged) {
        int atOnce = (int) Math.max(1, Math.min(cells, MOST / Math.max(1, judged.participants())));
        if (atOnce >= cells) {
            return Clusters.byGroup(cells, cell, judged.participants(), judged.participant(), judged.value());
        }
        List<Clusters> all = new ArrayList<>();
        for (int from = 0; from < cells; from += atOnce) {
            int size = Math.min(atOnce, cells - from);
            int[] part = new int[cell.length];
            for (int i = 0; i < part.length; i++) {
                part[i] = cell[i] >= from && cell[i] < from + size ? cell[i] - from : -1;
            }
            all.addAll(Clusters.byGroup(size, part, judged.participants(), judged.participant(), judged.value()));
        }
        return all;
    }
}
