package org.antiphon.study.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.antiphon.study.design.Condition;
import org.antiphon.study.design.Exclusion;
import org.antiphon.study.design.Paradigm;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.answer.Judgement;
import org.antiphon.study.session.assignment.Purpose;
import org.antiphon.study.session.check.Outcome;

/** Applies the exclusion rules of a study to one session. */
public final class Verdicts {

    private final Study study;
    private final Map<Id, List<Outcome>> outcomes;
    private final List<Judgement> judgements;
    private final OthersOfItem others;

    /** In which share of all sessions the mid anchor of an item was rated above a bound; empty if nobody knows yet. */
    public interface OthersOfItem {
        Optional<Double> shareAbove(Id task, Id item, double bound);
    }

    private Verdicts(Study study, Map<Id, List<Outcome>> outcomes, List<Judgement> judgements, OthersOfItem others) {
        this.study = study;
        this.outcomes = outcomes;
        this.judgements = judgements;
        this.others = others;
    }

    /**
     * What each rule says, in the order of the document.
     *
     * @param outcomes of all checks that were run
     * @param judgements of the session
     */
    public static List<Verdict> of(
            Study study, Map<Id, List<Outcome>> outcomes, List<Judgement> judgements, OthersOfItem others) {
        Verdicts verdicts = new Verdicts(study, outcomes, judgements, others);
        return study.exclusions().stream().map(verdicts::of).toList();
    }

    private Verdict of(Exclusion rule) {
        if (rule instanceof Exclusion.FailedCheck failed) {
            return failedCheck(failed);
        }
        if (rule instanceof Exclusion.HiddenReference hidden) {
            return hiddenReference(hidden);
        }
        return rule instanceof Exclusion.MidAnchor mid ? midAnchor(mid) : anchorOrder((Exclusion.AnchorOrder) rule);
    }

    private Verdict failedCheck(Exclusion.FailedCheck rule) {
        List<Outcome> found = outcomes.getOrDefault(rule.check(), List.of());
        List<Outcome> failed = found.stream()
                .filter(outcome -> outcome instanceof Outcome.Failed)
                .toList();
        long unknown = found.stream()
                .filter(outcome -> outcome instanceof Outcome.NotRun)
                .count();
        String count = failed.size() + " of " + found.size() + " failed, " + rule.failures() + " are too many.";
        if (failed.size() >= rule.failures()) {
            return new Verdict.Applies(rule, count + " " + failed.get(0).reason());
        }
        if (found.isEmpty()) {
            return new Verdict.Undecided(rule, "The check was not run.");
        }
        return failed.size() + unknown >= rule.failures()
                ? new Verdict.Undecided(rule, count + " " + unknown + " could not be run.")
                : new Verdict.DoesNot(rule, count);
    }

    private List<Judgement> pages(Id task) {
        return judgements.stream()
                .filter(judgement -> judgement.trial().task().equals(task))
                .filter(judgement -> judgement.trial().purpose() instanceof Purpose.Main)
                .toList();
    }

    private Id reference(Id task) {
        return ((Paradigm.Mushra) study.task(task).paradigm()).reference();
    }

    private Id anchor(Id task, int cutoff) {
        return study.conditionsOf(study.task(task)).stream()
                .filter(id -> study.condition(id) instanceof Condition.Anchor anchor && anchor.cutoff() == cutoff)
                .findFirst()
                .orElseThrow();
    }

    private Verdict hiddenReference(Exclusion.HiddenReference rule) {
        Id reference = reference(rule.task());
        return share(
                rule,
                pages(rule.task()),
                page -> page.numberOf(reference)
                        .filter(number -> number < rule.below())
                        .isPresent(),
                rule.share(),
                "the hidden reference below " + rule.below());
    }

    private Verdict midAnchor(Exclusion.MidAnchor rule) {
        Id anchor = anchor(rule.task(), 7000);
        List<Judgement> counted = pages(rule.task()).stream()
                .filter(page -> others.shareAbove(rule.task(), page.trial().item(), rule.above())
                        .filter(share -> share > rule.unless())
                        .isEmpty())
                .toList();
        return share(
                rule,
                counted,
                page -> page.numberOf(anchor)
                        .filter(number -> number > rule.above())
                        .isPresent(),
                rule.share(),
                "the mid anchor above " + rule.above());
    }

    private static Verdict share(
            Exclusion rule, List<Judgement> pages, Predicate<Judgement> hit, double limit, String what) {
        if (pages.isEmpty()) {
            return new Verdict.Undecided(rule, "No page was answered that could be looked at.");
        }
        long hits = pages.stream().filter(hit).count();
        String why = what + " in " + hits + " of " + pages.size() + " items; more than a share of " + limit
                + " is too many.";
        return (double) hits / pages.size() > limit ? new Verdict.Applies(rule, why) : new Verdict.DoesNot(rule, why);
    }

    private Verdict anchorOrder(Exclusion.AnchorOrder rule) {
        List<Judgement> pages = pages(rule.task());
        if (pages.isEmpty()) {
            return new Verdict.Undecided(rule, "No page was answered.");
        }
        List<String> wrong = new ArrayList<>();
        for (Judgement page : pages) {
            double reference = page.numberOf(reference(rule.task())).orElse(Double.NaN);
            double mid = page.numberOf(anchor(rule.task(), 7000)).orElse(Double.NaN);
            double low = page.numberOf(anchor(rule.task(), 3500)).orElse(Double.NaN);
            if (!(reference >= rule.below() && reference >= mid && mid >= low)) {
                wrong.add(page.trial().item() + " (" + reference + ", " + mid + ", " + low + ")");
            }
        }
        return wrong.isEmpty()
                ? new Verdict.DoesNot(rule, "Reference, mid and low anchor were in order everywhere.")
                : new Verdict.Applies(
                        rule, "Reference, mid and low anchor were not in order: " + String.join(", ", wrong));
    }
}
