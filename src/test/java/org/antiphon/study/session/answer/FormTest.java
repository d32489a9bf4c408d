package org.antiphon.study.session.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antiphon.study.design.Examples;
import org.antiphon.study.design.Gems;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.assignment.Assignment;
import org.antiphon.study.session.assignment.Tally;
import org.antiphon.study.session.assignment.Trial;
import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void asksOneClipOnEachScale() {
        Form form = form(Examples.study("etudes"), "coherence");
        assertThat(form.fields().stream().map(Form.Field::key))
                .containsExactly("emotional-coherence", "semantic-coherence", "quality");
        assertThat(form.refusals(amounts(1, 5, 3))).isEmpty();
        assertThat(form.refusals(amounts(0, 6, 2.5)).stream().map(Refusal::key))
                .containsExactly("emotional-coherence", "semantic-coherence", "quality");
    }

    private static Map<String, Value> amounts(double emotional, double semantic, double quality) {
        return Map.of(
                "emotional-coherence", new Value.Amount(emotional),
                "semantic-coherence", new Value.Amount(semantic),
                "quality", new Value.Amount(quality));
    }

    @Test
    void takesAnUntouchedSliderForNoAnswer() {
        Form form = form(Examples.study("vocoders"), "fidelity");
        Map<String, Value> values = new HashMap<>();
        List.of("A", "B", "C", "D").forEach(slot -> values.put(slot, new Value.Amount(55.5)));
        assertThat(form.refusals(values)).containsExactly(new Refusal("E", "This has not been answered yet."));
        values.put("E", new Value.Amount(100));
        assertThat(form.refusals(values)).isEmpty();
        values.put("reference", new Value.Amount(100));
        assertThat(form.refusals(values)).containsExactly(new Refusal("reference", "This was not asked."));
    }

    @Test
    void asksForOneOfTwoAndForATieOnlyWhereThereIsOne() {
        Study study = Examples.study("expression");
        Map<String, Value> tie = Map.of("choice", new Value.Choice("tie"));
        assertThat(form(study, "liking").refusals(tie)).isEmpty();
        assertThat(form(study, "belonging").refusals(tie)).hasSize(1);
        assertThat(form(study, "belonging").refusals(Map.of("choice", new Value.Choice("A"))))
                .isEmpty();
        assertThat(form(study, "belonging").refusals(Map.of("choice", new Value.Choice("performed"))))
                .hasSize(1);
    }

    @Test
    void asksForIntentionAffectAndTheNineFeelings() {
        String gems = "      gems: {permission: true, question: {en: Q, de: F}, labels: {"
                + String.join(
                        ", ",
                        List.of(Gems.Factor.values()).stream()
                                .map(factor -> factor.id() + ": {en: e, de: d}")
                                .toList())
                + "}}\n";
        Study study =
                Examples.accepted(new String(Examples.bytes("expression"), java.nio.charset.StandardCharsets.UTF_8)
                        .replace("      affect:\n", gems + "      affect:\n"));
        Form form = form(study, "meaning");
        assertThat(form.fields()).hasSize(11);
        Map<String, Value> values = new HashMap<>();
        values.put("intention", new Value.Choice("sad"));
        values.put("affect", new Value.Cell(9, 1));
        for (Gems.Factor factor : Gems.Factor.values()) {
            values.put("gems." + factor.id(), new Value.Amount(5));
        }
        assertThat(form.refusals(values)).isEmpty();
        values.put("affect", new Value.Cell(10, 1));
        values.put("gems.joyful-activation", new Value.Amount(6));
        values.put("intention", new Value.Choice("bored"));
        assertThat(form.refusals(values).stream().map(Refusal::key))
                .containsExactly("intention", "affect", "gems.joyful-activation");
    }

    @Test
    void asksTheQuestionsOfAQuestionnaire() {
        Form form = Forms.of(Examples.study("expression").questionnaire(new Id("background")));
        Map<String, Value> good = Map.of(
                "training", new Value.Choice("amateur"), "instruments", new Value.Choices(Set.of("keys", "strings")));
        assertThat(form.refusals(good)).isEmpty();
        assertThat(form.refusals(Map.of())).hasSize(2);
        assertThat(form.refusals(Map.of(
                        "training", new Value.Choices(Set.of("amateur")),
                        "instruments", new Value.Choices(Set.of("kazoo")))))
                .hasSize(2);
    }

    @Test
    void takesNothingForAQuestionThatMayBeLeftOutButNoBadAnswer() {
        Form form = Forms.of(Examples.study("etudes").questionnaire(new Id("afterwards")));
        assertThat(form.refusals(Map.of())).isEmpty();
        assertThat(form.refusals(Map.of("noticed", new Value.Words(" ")))).hasSize(1);
        assertThat(form.refusals(Map.of("noticed", new Value.Words("x".repeat(1001)))))
                .hasSize(1);
        assertThat(form.refusals(Map.of("plays", new Value.Choice("sometimes"))))
                .hasSize(1);
    }

    @Test
    void takesNoNumberThatIsNone() {
        Accepts range = new Accepts.Range(0, 100, false);
        assertThat(range.refusal(new Value.Amount(Double.NaN))).isPresent();
        assertThat(range.refusal(new Value.Amount(-0.1))).isPresent();
        assertThat(range.refusal(new Value.Amount(33.3))).isEmpty();
        assertThat(range.refusal(new Value.Words("33"))).isPresent();
    }

    @Test
    void takesAsManyOfSeveralAsAreAskedFor() {
        Accepts some = new Accepts.SomeOf(List.of("a", "b", "c"), 1, 2);
        assertThat(some.refusal(new Value.Choices(Set.of()))).contains("Choose from 1 to 2.");
        assertThat(some.refusal(new Value.Choices(Set.of("a", "b")))).isEmpty();
        assertThat(some.refusal(new Value.Choices(Set.of("a", "b", "c")))).isPresent();
    }

    private static Form form(Study study, String task) {
        Trial trial =
                Assignment.draw(study, Tally.EMPTY, 1).of(new Id(task)).trials().get(0);
        return Forms.of(study, trial);
    }
}
