package org.antiphon.study.session.assignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.study.design.Plan;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.Task;
import org.antiphon.study.design.document.Id;

/** The pages of a task that one participant gets, in their order. */
public final class Pages {

    private final List<Id> items;
    private final List<Treatment> treatments;
    private final Draw draw;

    Pages(List<Id> items, List<Treatment> treatments, Draw draw) {
        this.items = items;
        this.treatments = treatments;
        this.draw = draw;
    }

    /** How many rows the design of a plan has. */
    static int rows(Plan plan, int treatments) {
        if (plan instanceof Plan.LatinSquare) {
            return treatments;
        }
        return plan instanceof Plan.Williams ? WilliamsDesign.rows(treatments) : 1;
    }

    /** How many pages of a task each participant gets, without those that checks add. */
    public static int each(Study study, Task task) {
        int items = study.itemsOf(task).size();
        if (task.assignment() instanceof Plan.Subset subset) {
            return subset.trials();
        }
        return task.assignment() instanceof Plan.LatinSquare
                ? items
                : items * Treatment.of(study, task).size();
    }

    List<Page> of(Plan plan, int row, Tally.OfTask tally) {
        if (plan instanceof Plan.LatinSquare) {
            return spread(square(row));
        }
        if (plan instanceof Plan.Williams) {
            return williams(row);
        }
        if (plan instanceof Plan.Subset subset) {
            return spread(subset(subset.trials(), tally));
        }
        return spread(Page.all(items, treatments));
    }

    /** The cyclic square: in each row each item has one treatment, in all rows together it has each. */
    private List<Page> square(int row) {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            pages.add(new Page(items.get(i), treatments.get((i + row) % treatments.size())));
        }
        return pages;
    }

    /**
     * Rounds through the treatments, each in another row of the design, beginning with the participant's own. In a round,
     * treatment t shows the item that stands t places further on, so that over all rounds each treatment meets each item
     * once.
     */
    private List<Page> williams(int row) {
        List<Id> order = draw.shuffled(items);
        int n = treatments.size();
        List<Page> pages = new ArrayList<>();
        for (int round = 0; round < items.size(); round++) {
            for (int t : WilliamsDesign.order(n, (row + round) % WilliamsDesign.rows(n))) {
                pages.add(new Page(order.get((round + t) % order.size()), treatments.get(t)));
            }
        }
        return pages;
    }

    /**
     * One page after the other: of those that have been assigned least often, one whose treatment this participant has had
     * least often, of these one whose item they have had least often. The first keeps exposure equal, the others keep
     * each participant's share varied.
     */
    private List<Page> subset(int count, Tally.OfTask tally) {
        List<Page> left = draw.shuffled(Page.all(items, treatments));
        Map<Object, Integer> had = new HashMap<>();
        List<Page> chosen = new ArrayList<>();
        while (chosen.size() < count) {
            List<Page> least = Rows.least(left, page -> tally.page(page).expected());
            least = Rows.least(least, page -> tally.page(page).completed());
            least = Rows.least(least, page -> had.getOrDefault(page.treatment(), 0));
            least = Rows.least(least, page -> had.getOrDefault(page.item(), 0));
            Page page = least.get(0);
            chosen.add(page);
            left.remove(page);
            had.merge(page.treatment(), 1, Integer::sum);
            had.merge(page.item(), 1, Integer::sum);
        }
        return chosen;
    }

    /** An order of chance in which no item follows itself, unless there is no such order. */
    List<Page> spread(List<Page> pages) {
        List<Page> left = draw.shuffled(pages);
        List<Page> spread = new ArrayList<>();
        Optional<Id> last = Optional.empty();
        while (!left.isEmpty()) {
            Page next = next(left, last);
            left.remove(next);
            spread.add(next);
            last = Optional.of(next.item());
        }
        return spread;
    }

    private static Page next(List<Page> left, Optional<Id> last) {
        Map<Id, Long> counts = new HashMap<>();
        left.forEach(page -> counts.merge(page.item(), 1L, Long::sum));
        List<Page> others = left.stream()
                .filter(page -> last.filter(page.item()::equals).isEmpty())
                .toList();
        if (others.isEmpty()) {
            return left.get(0);
        }
        // an item with more pages than all others together must come now, or it will have to follow itself
        return others.stream()
                .filter(page -> counts.get(page.item()) * 2 > left.size())
                .findFirst()
                .orElse(others.get(0));
    }
}
