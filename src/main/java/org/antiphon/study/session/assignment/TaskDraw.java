package org.antiphon.study.session.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.antiphon.clip.Seed;
import org.antiphon.study.design.Check;
import org.antiphon.study.design.Expected;
import org.antiphon.study.design.Paradigm;
import org.antiphon.study.design.Plan;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.Task;
import org.antiphon.study.design.Training;
import org.antiphon.study.design.document.Id;

/** Draws what one participant does in one task. Each part has chance of its own: a check more does not move the rest. */
final class TaskDraw {

    private final Study study;
    private final Task task;
    private final Seed seed;
    private final List<Treatment> treatments;

    TaskDraw(Study study, Task task, Seed seed) {
        this.study = study;
        this.task = task;
        this.seed = seed;
        this.treatments = Treatment.of(study, task);
    }

    TaskAssignment draw(Tally.OfTask tally, int target) {
        int rows = Pages.rows(task.assignment(), treatments.size());
        int row = Rows.choose(rows, tally, target, chance("row"));
        List<Page> pages =
                new Pages(study.itemsOf(task), treatments, chance("pages")).of(task.assignment(), row, tally);
        SlotOrder order = new SlotOrder(task.paradigm(), chance("slots"));
        List<Trial> trials = new ArrayList<>();
        for (Page page : pages) {
            trials.add(trial(page.item(), order.of(page.treatment()), new Purpose.Main())
                    .numbered(trials.size() + 1));
        }
        Explanation why = new Explanation(
                task.id(), Explanation.rule(task.assignment()), seed.value(), rows, row, relevant(tally, rows));
        return new TaskAssignment(
                task.id(), pages.stream().map(Page::key).toList(), training(), withChecks(trials), why);
    }

    /** Of the counts those that were looked at. */
    private Tally.OfTask relevant(Tally.OfTask tally, int rows) {
        return new Tally.OfTask(
                rows > 1 ? tally.rows() : Map.of(),
                task.assignment() instanceof Plan.Subset ? tally.pages() : Map.of());
    }

    private Draw chance(String of) {
        return new Draw(seed.derive(of));
    }

    private Trial trial(Id item, List<Slot> slots, Purpose purpose) {
        return new Trial(task.id(), 1, item, slots, purpose);
    }

    /** For each attempt the pages of the training in an order of its own. */
    private List<List<Trial>> training() {
        if (task.training().isEmpty()) {
            return List.of();
        }
        Training training = task.training().get();
        int attempts = study.checks().stream()
                .filter(check ->
                        check instanceof Check.TrainingGate gate && gate.task().equals(task.id()))
                .mapToInt(check -> ((Check.TrainingGate) check).attempts())
                .max()
                .orElse(1);
        return IntStream.rangeClosed(1, attempts)
                .mapToObj(attempt -> training(training, attempt))
                .toList();
    }

    private List<Trial> training(Training training, int attempt) {
        Draw draw = chance("training " + attempt);
        SlotOrder order = new SlotOrder(task.paradigm(), draw);
        Pages pages = new Pages(training.items(), treatments, draw);
        List<Page> all = Page.all(training.items(), treatments);
        List<Page> few = all.subList(0, Math.min(all.size(), training.trials().orElse(all.size())));
        List<Trial> trials = new ArrayList<>();
        for (Page page : pages.spread(few)) {
            Purpose purpose = new Purpose.Training(attempt);
            trials.add(trial(page.item(), order.of(page.treatment()), purpose).numbered(trials.size() + 1));
        }
        return trials;
    }

    private List<Trial> withChecks(List<Trial> main) {
        List<Trial> trials = new ArrayList<>(main);
        for (Check check : study.checks()) {
            if (check instanceof Check.Repeated repeated && repeated.task().equals(task.id())) {
                repeat(repeated, main, trials);
            }
        }
        for (Check check : study.checks()) {
            if (check instanceof Check.Planted planted && planted.task().equals(task.id())) {
                Draw draw = chance("check " + check.id());
                // never the first page, where everybody is careful
                int at = 1 + draw.below(trials.size());
                trials.add(at, trial(planted.item(), planted(planted, draw), new Purpose.Planted(check.id())));
            }
        }
        return numbered(trials);
    }

    private List<Slot> planted(Check.Planted planted, Draw draw) {
        SlotOrder order = new SlotOrder(task.paradigm(), draw);
        if (task.paradigm() instanceof Paradigm.Abx && planted.expected() instanceof Expected.Chosen chosen) {
            return order.abx(planted.conditions(), chosen.chooses());
        }
        return order.of(new Treatment("planted", planted.conditions()));
    }

    /** Pages of the first half come again in the last quarter, their slots in another order where there is one. */
    private void repeat(Check.Repeated check, List<Trial> main, List<Trial> trials) {
        Draw draw = chance("check " + check.id());
        List<Trial> early = main.subList(0, (main.size() + 1) / 2);
        List<Trial> chosen = new ArrayList<>(draw.some(early, check.trials()));
        // more than half of the pages again: then some of the later ones as well
        main.stream()
                .filter(trial -> !early.contains(trial))
                .limit(check.trials() - chosen.size())
                .forEach(chosen::add);
        SlotOrder order = new SlotOrder(task.paradigm(), draw);
        for (Trial first : chosen) {
            Treatment again = new Treatment("again", conditions(first));
            Purpose purpose = new Purpose.Repeat(check.id(), first.number());
            int from = Math.max(trials.indexOf(first) + 1, trials.size() - Math.max(1, main.size() / 4));
            trials.add(from + draw.below(trials.size() - from + 1), trial(first.item(), order.of(again), purpose));
        }
    }

    /** The conditions of a page in the order of the document, without the open reference and the unknown one. */
    private List<Id> conditions(Trial trial) {
        return study.conditionsOf(task).stream()
                .filter(id -> trial.slots().stream()
                        .filter(slot -> slot.role() == Slot.Role.JUDGED || slot.role() == Slot.Role.COMPARED)
                        .anyMatch(slot -> slot.condition().equals(id)))
                .toList();
    }

    /** Numbers in the order shown; a repeated page names its first showing by the number that one has now. */
    private static List<Trial> numbered(List<Trial> trials) {
        List<Trial> numbered = new ArrayList<>();
        for (Trial trial : trials) {
            numbered.add(trial.numbered(numbered.size() + 1));
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            if (trials.get(i).purpose() instanceof Purpose.Main) {
                places.add(i + 1);
            }
        }
        numbered.replaceAll(trial -> trial.purpose() instanceof Purpose.Repeat repeat
                ? new Trial(
                        trial.task(),
                        trial.number(),
                        trial.item(),
                        trial.slots(),
                        new Purpose.Repeat(repeat.check(), places.get(repeat.of() - 1)))
                : trial);
        return numbered;
    }
}
