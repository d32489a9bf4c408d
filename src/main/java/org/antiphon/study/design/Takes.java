package org.antiphon.study.design;

import java.util.List;
import org.antiphon.study.design.document.Id;

/**
 * How often a stimulus whose sound is compressed is encoded, each time with other noise below hearing, so that it does not
 * come twice as the same sound: the hidden reference is the open one, X is A or B, pages are repeated. What is known from
 * its place (open references) or looked for by it (X) never comes from the takes that are judged, whoever compares sessions.
 *
 * @param open for the open reference and for X
 * @param judged for every other place
 */
public record Takes(int open, int judged) {

    /** Takes of a kind; who meets a stimulus more often meets one of them again. */
    private static final int MOST = 4;

    private static final int BOX = 8;

    /** As many as one participant may come to need. */
    public static Takes of(Study study, Stimulus stimulus) {
        int open = 0;
        int judged = 0;
        for (Task task : study.tasks()) {
            int pages = pages(study, task, stimulus);
            judged += pages;
            boolean known = task.paradigm() instanceof Paradigm.Mushra mushra
                    && mushra.reference().equals(stimulus.condition());
            open += known || task.paradigm() instanceof Paradigm.Abx ? pages : 0;
        }
        return new Takes(Math.min(MOST, open), Math.max(1, Math.min(MOST, judged)));
    }

    /** How many files that makes. */
    public int count() {
        return open + judged;
    }

    /**
     * Which take is shown.
     *
     * @param known whether it is an open reference or X
     * @param number from 0, of the times that the participant meets the stimulus so or so
     * @param there how many takes there are: older editions have one
     */
    public int take(boolean known, int number, int there) {
        int take = known && open > 0 ? Math.floorMod(number, open) : open + Math.floorMod(number, judged);
        return take % there;
    }

    /** Pages of a task on which one participant may meet a stimulus. */
    private static int pages(Study study, Task task, Stimulus stimulus) {
        boolean here = study.conditionsOf(task).contains(stimulus.condition());
        int ways = here ? ways(study, task, stimulus.condition()) : 0;
        int main = study.itemsOf(task).contains(stimulus.item()) ? ways : 0;
        if (task.assignment() instanceof Plan.LatinSquare) {
            main = Math.min(1, main);
        }
        int pages = main;
        if (task.training()
                .filter(training -> training.items().contains(stimulus.item()))
                .isPresent()) {
            pages += ways;
        }
        for (Check check : study.checks()) {
            if (check instanceof Check.Repeated repeated && repeated.task().equals(task.id())) {
                pages += Math.min(main, repeated.trials());
            } else if (check instanceof Check.Planted planted
                    && planted.task().equals(task.id())
                    && planted.item().equals(stimulus.item())
                    && planted.conditions().contains(stimulus.condition())) {
                pages++;
            }
        }
        return pages;
    }

    /** In how many pairs a condition stands; it stands once on a page that shows all. */
    private static int ways(Study study, Task task, Id condition) {
        if (task.paradigm() instanceof Paradigm.Preference preference) {
            return pairs(study, task, condition, preference.pairs());
        } else if (task.paradigm() instanceof Paradigm.Abx abx) {
            return pairs(study, task, condition, abx.pairs());
        } else if (task.paradigm() instanceof Paradigm.Match) {
            return (int) study.conditionsOf(task).stream()
                    .map(study::condition)
                    .filter(other -> other instanceof Condition.Shuffled shuffled
                            && (shuffled.of().equals(condition) || shuffled.id().equals(condition)))
                    .count();
        }
        return 1;
    }

    private static int pairs(Study study, Task task, Id condition, List<Paradigm.Pair> named) {
        return named.isEmpty()
                ? study.conditionsOf(task).size() - 1
                : (int) named.stream()
                        .filter(pair -> pair.a().equals(condition) || pair.b().equals(condition))
                        .count();
    }

    /**
     * Where a take begins in a file that holds several: the first is an MP4 file of its own, each other one lies in a box
     * {@code free} behind it, so that who knows nothing of takes sees the first.
     *
     * @param bytes of a take; all are equally long
     */
    public static long offset(long bytes, int take) {
        return take * (bytes + BOX);
    }

    /** How many takes a file of that length holds. */
    public static int in(long stored, long bytes) {
        return (int) ((stored + BOX) / (bytes + BOX));
    }
}
