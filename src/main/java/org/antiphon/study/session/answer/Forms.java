package org.antiphon.study.session.answer;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.study.design.Gems;
import org.antiphon.study.design.Option;
import org.antiphon.study.design.Paradigm;
import org.antiphon.study.design.Question;
import org.antiphon.study.design.Questionnaire;
import org.antiphon.study.design.Scale;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.answer.Form.Field;
import org.antiphon.study.session.assignment.Slot;
import org.antiphon.study.session.assignment.Trial;

/** The forms of pages and questionnaires. */
public final class Forms {

    /** The key of a choice between slots. */
    public static final String CHOICE = "choice";

    /** What is chosen between slots when there is no difference. */
    public static final String TIE = "tie";

    /** The key of what a performer is thought to have meant. */
    public static final String INTENTION = "intention";

    /** The key of the affect grid. */
    public static final String AFFECT = "affect";

    private static final String GEMS = "gems.";

    private Forms() {}

    /** The key of one of the nine feelings. */
    public static String key(Gems.Factor factor) {
        return GEMS + factor.id();
    }

    /**
     * The form of a page. Keys are the scale where one clip is judged, the slot where several are, and the constants of
     * this class otherwise; none of them tells a condition.
     */
    public static Form of(Study study, Trial trial) {
        Paradigm paradigm = study.task(trial.task()).paradigm();
        if (paradigm instanceof Paradigm.Rating rating) {
            return new Form(
                    rating.scales().stream().map(study::scale).map(Forms::field).toList());
        }
        if (paradigm instanceof Paradigm.Intention intention) {
            return intention(intention);
        }
        if (paradigm instanceof Paradigm.Preference preference) {
            return choice(preference.ties());
        }
        if (paradigm instanceof Paradigm.Match match) {
            return choice(match.ties());
        }
        if (paradigm instanceof Paradigm.Abx) {
            return choice(false);
        }
        return new Form(trial.slots(Slot.Role.JUDGED).stream()
                .map(slot -> new Field(slot.name(), new Accepts.Range(0, 100, false), true))
                .toList());
    }

    private static Field field(Scale scale) {
        return new Field(scale.id().text(), new Accepts.Range(scale.lowest(), scale.highest(), scale.stepped()), true);
    }

    private static Form choice(boolean ties) {
        List<String> choices = ties ? List.of("A", "B", TIE) : List.of("A", "B");
        return new Form(List.of(new Field(CHOICE, new Accepts.OneOf(choices), true)));
    }

    private static Form intention(Paradigm.Intention intention) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(INTENTION, new Accepts.OneOf(ids(intention.options())), true));
        intention.affect().ifPresent(grid -> fields.add(new Field(AFFECT, new Accepts.Grid(grid.steps()), true)));
        if (intention.gems().isPresent()) {
            for (Gems.Factor factor : Gems.Factor.values()) {
                fields.add(new Field(key(factor), new Accepts.Range(1, Gems.POINTS, true), true));
            }
        }
        return new Form(fields);
    }

    /** The form of a questionnaire; keys are the ids of its questions. */
    public static Form of(Questionnaire questionnaire) {
        return new Form(questionnaire.questions().stream()
                .map(question -> new Field(question.id().text(), accepts(question), !question.optional()))
                .toList());
    }

    private static Accepts accepts(Question question) {
        if (question instanceof Question.Choice choice) {
            return new Accepts.OneOf(ids(choice.options()));
        }
        if (question instanceof Question.Choices choices) {
            return new Accepts.SomeOf(ids(choices.options()), choices.least(), choices.most());
        }
        if (question instanceof Question.Words words) {
            return new Accepts.Text(words.longest());
        }
        if (question instanceof Question.Amount amount) {
            return new Accepts.Range(amount.least(), amount.most(), amount.whole());
        }
        Question.Points points = (Question.Points) question;
        return new Accepts.Range(1, points.points(), true);
    }

    private static List<String> ids(List<Option> options) {
        return options.stream().map(Option::id).map(Id::text).toList();
    }
}
