package org.antiphon.study.design;

import java.util.List;
import java.util.Optional;
import org.antiphon.study.design.document.Among;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Language;
import org.antiphon.study.design.document.Limits;
import org.antiphon.study.design.document.Means;
import org.antiphon.study.design.document.Text;

/** A study as its document states it: everything that decides what participants see and what becomes of their answers. */
public record Study(
        @Means("The version of this format, always 1.") @Among(1)
        int format,

        @Means("A short name of the study, used in addresses and file names.")
        Id id,

        @Means("The languages it can be taken in; the first is offered first.") @Limits(min = 1, max = 40)
        List<Language> languages,

        @Means("The title that participants see.") Text title,

        @Means("What it is about, for those who consider taking part.")
        Optional<Text> about,

        @Means("How clips are prepared and shown.") Presentation presentation,

        @Means("What is compared: the ways in which each item exists.") @Limits(min = 1, max = 60)
        List<Condition> conditions,

        @Means("The performances.") @Limits(min = 1, max = 2000)
        List<Item> items,

        @Means("The scales that rating tasks use.") @Limits(max = 40)
        List<Scale> scales,

        @Means("What participants do.") @Limits(min = 1, max = 20)
        List<Task> tasks,

        @Means("What is checked, before the tasks and in them.") @Limits(max = 60)
        List<Check> checks,

        @Means("Questions about the participants and their impressions.") @Limits(max = 20)
        List<Questionnaire> questionnaires,

        @Means("What participants agree to.") Consent consent,

        @Means("The way through the study, from consent to end.") @Limits(min = 2, max = 100)
        List<Stage> flow,

        @Means("Whose answers do not count, decided before anybody has answered.") @Limits(max = 40)
        List<Exclusion> exclusions,

        @Means("How many take part, and how they come.") Recruitment recruitment,
        @Means("What is said at the end.") Optional<Text> thanks) {

    /** @throws IllegalArgumentException if there is no such condition */
    public Condition condition(Id wanted) {
        return conditions.stream()
                .filter(condition -> condition.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> unknown("condition", wanted));
    }

    /** @throws IllegalArgumentException if there is no such item */
    public Item item(Id wanted) {
        return items.stream()
                .filter(item -> item.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> unknown("item", wanted));
    }

    /** @throws IllegalArgumentException if there is no such scale */
    public Scale scale(Id wanted) {
        return scales.stream()
                .filter(scale -> scale.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> unknown("scale", wanted));
    }

    /** @throws IllegalArgumentException if there is no such task */
    public Task task(Id wanted) {
        return tasks.stream()
                .filter(task -> task.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> unknown("task", wanted));
    }

    /** @throws IllegalArgumentException if there is no such check */
    public Check check(Id wanted) {
        return checks.stream()
                .filter(check -> check.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> unknown("check", wanted));
    }

    /** @throws IllegalArgumentException if there is no such questionnaire */
    public Questionnaire questionnaire(Id wanted) {
        return questionnaires.stream()
                .filter(questionnaire -> questionnaire.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> unknown("questionnaire", wanted));
    }

    /** The conditions a task compares, in the order of the document: those it names, or all. */
    public List<Id> conditionsOf(Task task) {
        return task.conditions().isEmpty()
                ? conditions.stream().map(Condition::id).toList()
                : task.conditions();
    }

    /** The items of a task, in the order of the document: those it names, or all that it does not train with. */
    public List<Id> itemsOf(Task task) {
        if (!task.items().isEmpty()) {
            return task.items();
        }
        List<Id> trained = task.training().map(Training::items).orElse(List.of());
        return items.stream().map(Item::id).filter(id -> !trained.contains(id)).toList();
    }

    private IllegalArgumentException unknown(String what, Id wanted) {
        return new IllegalArgumentException("study " + id + " has no " + what + " \"" + wanted + "\"");
    }
}
