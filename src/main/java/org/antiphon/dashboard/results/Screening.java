package org.antiphon.dashboard.results;

import java.util.BitSet;
import java.util.List;
import org.antiphon.dashboard.statistics.MushraScreening;
import org.antiphon.dashboard.statistics.MushraScreening.Assessor;
import org.antiphon.dashboard.statistics.MushraScreening.Role;
import org.antiphon.dashboard.statistics.MushraScreening.Rules;
import org.antiphon.study.design.Condition;
import org.antiphon.study.design.Exclusion;
import org.antiphon.study.design.Paradigm;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.Task;
import org.antiphon.study.design.document.Id;

/**
 * Who leaves a MUSHRA task by the post-screening of BS.1534-3.
 *
 * @param left participants by their codes
 */
record Screening(MushraScreening found, BitSet left) {

    /** What post-screening of a task looks at. */
    static Scope.PostScreening lookedAt(Study study, Task task) {
        if (!(task.paradigm() instanceof Paradigm.Mushra mushra)) {
            return Scope.PostScreening.NONE;
        }
        return new Scope.PostScreening(
                List.of(mushra.reference().text()),
                study.conditionsOf(task).stream()
                        .filter(condition -> role(study, mushra, condition) == Role.MID_ANCHOR)
                        .map(Id::text)
                        .toList(),
                study.exclusions().stream()
                        .filter(rule -> !(rule instanceof Exclusion.FailedCheck))
                        .map(rule -> rule.id().text())
                        .toList());
    }

    static Screening of(Study study, Paradigm.Mushra mushra, Judged judged) {
        Role[] roles = new Role[judged.conditions().size()];
        for (int i = 0; i < roles.length; i++) {
            roles[i] = role(study, mushra, new Id(judged.conditions().get(i)));
        }
        Role[] role = new Role[judged.size()];
        int[] item = new int[judged.size()];
        double[] value = new double[judged.size()];
        for (int i = 0; i < role.length; i++) {
            boolean counts = judged.condition()[i] >= 0 && judged.item()[i] >= 0;
            role[i] = counts ? roles[judged.condition()[i]] : Role.OTHER;
            item[i] = Math.max(0, judged.item()[i]);
            value[i] = judged.value()[i];
        }
        MushraScreening found = MushraScreening.of(
                Rules.BS_1534_3, judged.participants(), judged.items().size(), judged.participant(), item, role, value);
        BitSet left = new BitSet();
        found.assessors().stream().filter(Assessor::excluded).forEach(assessor -> left.set(assessor.participant()));
        return new Screening(found, left);
    }

    private static Role role(Study study, Paradigm.Mushra mushra, Id condition) {
        if (condition.equals(mushra.reference())) {
            return Role.HIDDEN_REFERENCE;
        }
        if (study.condition(condition) instanceof Condition.Anchor anchor) {
            return anchor.cutoff() == 7000 ? Role.MID_ANCHOR : Role.LOW_ANCHOR;
        }
        return Role.OTHER;
    }
}
