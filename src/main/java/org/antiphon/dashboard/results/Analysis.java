package org.antiphon.dashboard.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.antiphon.dashboard.reading.Standing;
import org.antiphon.dashboard.results.Section.Shown;
import org.antiphon.dashboard.statistics.BradleyTerry;
import org.antiphon.dashboard.statistics.Result;
import org.antiphon.study.design.Option;
import org.antiphon.study.design.Paradigm;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.Task;
import org.antiphon.study.design.document.Id;

/** For each task what its paradigm allows to say. */
final class Analysis {

    private static final int MOST_MATRICES = 8;

    private final Evidence evidence;
    private final ResultsQuery query;
    private final Study study;

    private Analysis(Evidence evidence, ResultsQuery query) {
        this.evidence = evidence;
        this.query = query;
        this.study = evidence.edition().study();
    }

    static List<Section> of(Evidence evidence, ResultsQuery query) {
        Analysis analysis = new Analysis(evidence, query);
        return analysis.study.tasks().stream().map(analysis::section).toList();
    }

    private Section section(Task task) {
        Scope scope = new Scope(task.id().text(), evidence.edition().version(), query, Screening.lookedAt(study, task));
        List<Shown> see = new ArrayList<>();
        List<Shown> sure = new ArrayList<>();
        Paradigm paradigm = task.paradigm();
        if (paradigm instanceof Paradigm.Mushra mushra) {
            mushra(scope, task, mushra, see, sure);
        } else {
            numbers(scope, evidence, task, participant -> true, see, sure);
        }
        if (paradigm instanceof Paradigm.Preference) {
            Chosen chosen = Chosen.of(evidence, scope.task(), conditions(task));
            Result<BradleyTerry> model = ChoiceFigures.model(chosen);
            ChoiceFigures figures = new ChoiceFigures(scope);
            figures.ranking(chosen, model).ifPresent(see::add);
            sure.add(figures.shares(chosen, model));
        } else if (paradigm instanceof Paradigm.Abx || paradigm instanceof Paradigm.Match) {
            Chosen chosen = Chosen.of(evidence, scope.task(), conditions(task));
            see.add(new ChoiceFigures(scope).right(chosen, paradigm instanceof Paradigm.Abx));
        } else if (paradigm instanceof Paradigm.Intention intention) {
            intention(scope, task, intention, see, sure);
        }
        return new Section(
                scope.task(),
                evidence.edition().paradigm(scope.task()),
                Names.human(scope.task()),
                question(paradigm),
                see,
                sure);
    }

    private List<String> conditions(Task task) {
        return study.conditionsOf(task).stream().map(Id::text).toList();
    }

    private List<String> items(Task task) {
        return study.itemsOf(task).stream().map(Id::text).toList();
    }

    private Judged judged(Evidence from, Task task, Asked asked, IntPredicate wanted) {
        return Judged.of(from, task.id().text(), asked.key(), conditions(task), items(task), wanted);
    }

    private void numbers(
            Scope scope, Evidence from, Task task, IntPredicate wanted, List<Shown> see, List<Shown> sure) {
        Map<Asked, Judged> answers = new LinkedHashMap<>();
        Asked.of(study, task).forEach(asked -> answers.put(asked, judged(from, task, asked, wanted)));
        if (answers.isEmpty()) {
            return;
        }
        MeanFigures means = new MeanFigures(scope);
        see.addAll(means.byCondition(answers));
        answers.forEach((asked, judged) -> {
            see.add(new SpreadFigures(scope).of(asked, judged));
            see.add(means.byItem(asked, judged));
            query.group()
                    .filter(group -> !judged.groups().isEmpty())
                    .ifPresent(group -> see.add(means.byGroup(asked, judged, group)));
            new DifferenceFigures(scope).of(asked, judged).ifPresent(sure::add);
            new PowerFigures(scope).of(asked, judged).ifPresent(sure::add);
            sure.addAll(new MetricFigures(scope, asked, judged).of(evidence.metrics()));
        });
        sure.add(new AgreementFigures(scope).of(answers));
    }

    /**
     * Before post-screening are all whom nothing else leaves out: a study that does post-screening by rules of its own has
     * left some out already, and they come back here.
     */
    private void mushra(Scope scope, Task task, Paradigm.Mushra mushra, List<Shown> see, List<Shown> sure) {
        Set<String> rules = Set.copyOf(scope.screened().rules());
        Evidence all = evidence.counting(Evidence.mask(
                evidence.table(),
                evidence.sessions(),
                session -> query.include().takes(session.standing())
                        || session.standing().cause().equals(Standing.RULE)
                                && rules.containsAll(session.standing().rules())));
        Asked asked = Asked.of(study, task).get(0);
        Judged before = judged(all, task, asked, participant -> true);
        Screening screening = Screening.of(study, mushra, before);
        IntPredicate stays = participant -> !screening.left().get(participant);
        numbers(
                scope,
                query.screening() ? all : evidence,
                task,
                query.screening() ? stays : participant -> true,
                see,
                sure);
        ScreeningFigures figures = new ScreeningFigures(scope);
        sure.add(0, figures.beforeAndAfter(asked, before, judged(all, task, asked, stays), screening));
        figures.assessors(all, screening).ifPresent(shown -> sure.add(1, shown));
    }

    private void intention(Scope scope, Task task, Paradigm.Intention intention, List<Shown> see, List<Shown> sure) {
        List<String> options =
                intention.options().stream().map(Option::id).map(Id::text).toList();
        List<String> conditions = conditions(task);
        Meant meant = Meant.of(evidence, scope.task(), conditions, options);
        IntentionFigures figures = new IntentionFigures(scope);
        List<Shown> first = new ArrayList<>();
        if (meant.categories() > 0) {
            first.add(figures.hits(meant));
            for (int i = 0; i < Math.min(MOST_MATRICES, conditions.size()); i++) {
                first.add(figures.confusion(meant, i));
            }
            sure.add(0, figures.unbiased(meant));
        }
        intention
                .affect()
                .ifPresent(grid -> first.add(new AffectFigures(scope).of(evidence, conditions, grid.steps())));
        see.addAll(0, first);
    }

    private String question(Paradigm paradigm) {
        if (paradigm instanceof Paradigm.Mushra mushra) {
            return Asked.words(study, mushra.question());
        }
        if (paradigm instanceof Paradigm.MultiStimulus multi) {
            return Asked.words(study, multi.question());
        }
        if (paradigm instanceof Paradigm.Preference preference) {
            return Asked.words(study, preference.question());
        }
        if (paradigm instanceof Paradigm.Abx abx) {
            return Asked.words(study, abx.question());
        }
        if (paradigm instanceof Paradigm.Match match) {
            return Asked.words(study, match.question());
        }
        if (paradigm instanceof Paradigm.Intention intention) {
            return Asked.words(study, intention.question());
        }
        return ((Paradigm.Rating) paradigm)
                .scales().stream()
                        .map(id -> Asked.words(study, study.scale(id).question()))
                        .collect(Collectors.joining(" "));
    }
}
