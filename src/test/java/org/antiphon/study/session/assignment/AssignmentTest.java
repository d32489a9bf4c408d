package org.antiphon.study.session.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.antiphon.study.design.Examples;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Id;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    private static final Study ETUDES = Examples.study("etudes");
    private static final Study VOCODERS = Examples.study("vocoders");
    private static final Study EXPRESSION = Examples.study("expression");
    private static final Id BELONGING = new Id("belonging");
    private static final Id LIKING = new Id("liking");
    private static final Id MEANING = new Id("meaning");

    @Test
    void showsEachItemOnceInALatinSquareAndEachConditionEquallyOften() {
        for (TaskAssignment task : rows(ETUDES, new Id("coherence"), 4)) {
            List<Trial> trials = task.trials();
            assertThat(trials.stream().map(Trial::item)).hasSize(8).doesNotHaveDuplicates();
            assertThat(counts(trials.stream()
                            .map(trial -> trial.slots().get(0).condition().text())
                            .toList()))
                    .hasSize(4)
                    .allSatisfy((condition, count) -> assertThat(count).isEqualTo(2));
        }
    }

    @Test
    void showsEachItemInEachConditionOverTheRowsOfALatinSquare() {
        List<String> pages = rows(ETUDES, new Id("coherence"), 4).stream()
                .flatMap(task -> task.pages().stream())
                .toList();
        assertThat(pages).hasSize(32).doesNotHaveDuplicates();
    }

    @Test
    void showsEachItemInEachConditionToEachParticipantOfAWilliamsDesign() {
        for (TaskAssignment task : rows(EXPRESSION, MEANING, 6)) {
            assertThat(task.pages()).hasSize(18).doesNotHaveDuplicates();
        }
    }

    @Test
    void followsEachConditionByEachOtherEquallyOftenWithinTheRoundsOfAWilliamsDesign() {
        Map<String, Integer> after = new HashMap<>();
        for (TaskAssignment task : rows(EXPRESSION, MEANING, 6)) {
            List<String> conditions =
                    task.pages().stream().map(page -> page.split("/")[1]).toList();
            for (int i = 1; i < conditions.size(); i++) {
                if (i % 3 != 0) {
                    after.merge(conditions.get(i - 1) + ">" + conditions.get(i), 1, Integer::sum);
                }
            }
        }
        assertThat(after).hasSize(6).allSatisfy((pair, count) -> assertThat(count)
                .isEqualTo(12));
    }

    @Test
    void letsNoItemFollowItselfWhereThatCanBeAvoided() {
        Study everything = Examples.accepted(Examples.SMALL.replace("latin-square", "everything"));
        for (int number = 1; number <= 50; number++) {
            List<Trial> trials = Assignment.draw(everything, Tally.EMPTY, number)
                    .tasks()
                    .get(0)
                    .trials();
            assertThat(trials).hasSize(4);
            for (int i = 1; i < trials.size(); i++) {
                assertThat(trials.get(i).item()).isNotEqualTo(trials.get(i - 1).item());
            }
        }
    }

    @Test
    void showsAllConditionsOnAPageOfMushraBesideTheOpenReference() {
        TaskAssignment task = Assignment.draw(VOCODERS, Tally.EMPTY, 1).tasks().get(0);
        // six items, and one of them again
        assertThat(task.trials()).hasSize(7);
        for (Trial trial : task.trials()) {
            assertThat(trial.slots()).hasSize(6);
            assertThat(trial.slots().get(0)).isEqualTo(new Slot("reference", new Id("recording"), Slot.Role.REFERENCE));
            assertThat(trial.slots(Slot.Role.JUDGED).stream().map(Slot::name)).containsExactly("A", "B", "C", "D", "E");
            assertThat(trial.slots(Slot.Role.JUDGED).stream().map(Slot::condition))
                    .containsExactlyInAnyOrderElementsOf(
                            VOCODERS.conditionsOf(VOCODERS.tasks().get(0)));
        }
    }

    @Test
    void putsTheConditionsOfAPageInAnotherOrderForEachParticipant() {
        Map<String, Integer> first = new TreeMap<>();
        for (int number = 1; number <= 500; number++) {
            Assignment.draw(VOCODERS, Tally.EMPTY, number)
                    .tasks()
                    .get(0)
                    .trials()
                    .forEach(trial ->
                            first.merge(trial.slots().get(1).condition().text(), 1, Integer::sum));
        }
        // 3500 pages, five conditions: 700 each, standard deviation 24
        assertThat(first).hasSize(5).allSatisfy((condition, count) -> assertThat(count)
                .isBetween(600, 800));
    }

    @Test
    void putsEachSideOfAPairFirstEquallyOftenWithinASession() {
        for (int number = 1; number <= 50; number++) {
            Assignment drawn = Assignment.draw(EXPRESSION, Tally.EMPTY, number);
            List<Trial> pairs = drawn.of(BELONGING).trials();
            for (String of : List.of("performed", "translated")) {
                long shown = pairs.stream().filter(trial -> shows(trial, of)).count();
                long first = pairs.stream()
                        .filter(trial -> shows(trial, of))
                        .filter(trial -> trial.slots().get(0).condition().text().equals(of))
                        .count();
                assertThat(shown).isEqualTo(4);
                assertThat(first).isEqualTo(2);
            }
        }
    }

    private static boolean shows(Trial trial, String condition) {
        return trial.slots().stream().anyMatch(slot -> slot.condition().text().equals(condition));
    }

    @Test
    void makesTheUnknownOneOfAbxEachOfTheTwoEquallyOftenOnEachSide() {
        Study abx = Examples.accepted(Examples.SMALL
                .replace(
                        "      kind: rating\n      scales: [quality]",
                        "      kind: abx\n      question: {en: Q, de: F}")
                .replace("latin-square", "everything")
                .replace(
                        "  - {id: two,",
                        "  - {id: three, source: {kind: etude, seed: 1, number: 3}}\n"
                                + "  - {id: four, source: {kind: etude, seed: 1, number: 4}}\n"
                                + "  - {id: two,"));
        for (int number = 1; number <= 20; number++) {
            List<Trial> trials =
                    Assignment.draw(abx, Tally.EMPTY, number).tasks().get(0).trials();
            assertThat(trials.stream()
                            .map(trial -> trial.slots().get(0).condition() + " "
                                    + trial.slot("X").orElseThrow().condition())
                            .distinct())
                    .hasSize(4);
        }
    }

    @Test
    void drawsASubsetThatIsVariedInConditionAndItem() {
        for (int number = 1; number <= 20; number++) {
            List<String> pages =
                    Assignment.draw(EXPRESSION, Tally.EMPTY, number).of(LIKING).pages();
            assertThat(pages).hasSize(6).doesNotHaveDuplicates();
            assertThat(counts(pages.stream().map(page -> page.split("/")[1]).toList())
                            .values())
                    .containsOnly(3);
            assertThat(pages.stream().map(page -> page.split("/")[0])).doesNotHaveDuplicates();
        }
    }

    @Test
    void hidesPlantedPagesAnywhereButFirst() {
        List<Integer> places = new ArrayList<>();
        for (int number = 1; number <= 100; number++) {
            List<Trial> trials =
                    Assignment.draw(EXPRESSION, Tally.EMPTY, number).of(MEANING).trials();
            assertThat(trials).hasSize(20);
            assertThat(trials.stream().map(Trial::number)).isSorted().doesNotHaveDuplicates();
            List<Trial> planted = trials.stream()
                    .filter(trial -> trial.purpose() instanceof Purpose.Planted)
                    .toList();
            assertThat(planted).hasSize(2);
            planted.forEach(trial -> places.add(trial.number()));
        }
        assertThat(places).doesNotContain(1).contains(2, 10, 20);
    }

    @Test
    void repeatsAPageLaterWithTheSameConditions() {
        for (int number = 1; number <= 100; number++) {
            List<Trial> trials =
                    Assignment.draw(EXPRESSION, Tally.EMPTY, number).of(LIKING).trials();
            assertThat(trials).hasSize(8);
            for (Trial again : trials) {
                if (again.purpose() instanceof Purpose.Repeat repeat) {
                    Trial first = trials.get(repeat.of() - 1);
                    assertThat(first.purpose()).isInstanceOf(Purpose.Main.class);
                    assertThat(first.number()).isEqualTo(repeat.of()).isLessThan(again.number());
                    assertThat(again.item()).isEqualTo(first.item());
                    assertThat(again.slots().stream().map(Slot::condition))
                            .containsExactlyInAnyOrderElementsOf(
                                    first.slots().stream().map(Slot::condition).toList());
                }
            }
        }
    }

    @Test
    void drawsATrainingForEachAttempt() {
        Assignment drawn = Assignment.draw(VOCODERS, Tally.EMPTY, 1);
        assertThat(drawn.tasks().get(0).training()).hasSize(3).allSatisfy(attempt -> assertThat(attempt)
                .singleElement()
                .satisfies(trial -> assertThat(trial.item().text()).isEqualTo("guitar")));
        assertThat(Assignment.draw(EXPRESSION, Tally.EMPTY, 1)
                        .of(BELONGING)
                        .training()
                        .get(0))
                .hasSize(2);
    }

    @Test
    void isDrawnAgainFromItsOwnExplanation() {
        Tally tally = new Tally(
                new Count(9, 3),
                Map.of(
                        BELONGING,
                        new Tally.OfTask(Map.of(0, new Count(5, 0), 1, new Count(4, 2)), Map.of()),
                        LIKING,
                        new Tally.OfTask(Map.of(), Map.of("violin-happy/performed+translated", new Count(3, 1)))));
        Assignment drawn = Assignment.draw(EXPRESSION, tally, 12);
        assertThat(drawn.again(EXPRESSION)).isEqualTo(drawn);
        assertThat(drawn.of(BELONGING).why().row()).isEqualTo(0);
        assertThat(drawn.of(LIKING).pages()).doesNotContain("violin-happy/performed+translated");
        assertThat(drawn.of(BELONGING).why().sentence())
                .startsWith("Task belonging, seed ")
                .contains("Latin square: the row with the fewest")
                .contains("Completed + under way were row 0: 5 + 0, row 1: 4 + 2.")
                .endsWith("Row 0 of 2 was chosen.");
    }

    @Test
    void keepsItsExplanationAsJson() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Explanation why = Assignment.draw(ETUDES, Tally.EMPTY, 3).tasks().get(0).why();
        assertThat(json.readValue(json.writeValueAsString(why), Explanation.class))
                .isEqualTo(why);
    }

    @Test
    void followsFromSeedAndNumberAlone() {
        assertThat(Assignment.draw(ETUDES, Tally.EMPTY, 1)).isEqualTo(Assignment.draw(ETUDES, Tally.EMPTY, 1));
        assertThat(Assignment.draw(ETUDES, Tally.EMPTY, 1)).isNotEqualTo(Assignment.draw(ETUDES, Tally.EMPTY, 2));
        // what was drawn once must be drawn again by every later version of the program
        assertThat(Assignment.draw(ETUDES, Tally.EMPTY, 1).tasks().get(0).pages())
                .containsExactly(
                        "etude-6/translated",
                        "etude-1/vocoded",
                        "etude-8/performed",
                        "etude-2/translated",
                        "etude-5/vocoded",
                        "etude-3/exchanged",
                        "etude-4/performed",
                        "etude-7/exchanged");
    }

    /** One assignment for each row, by telling that all other rows were taken. */
    private static List<TaskAssignment> rows(Study study, Id task, int rows) {
        List<TaskAssignment> drawn = new ArrayList<>();
        for (int wanted = 0; wanted < rows; wanted++) {
            Map<Integer, Count> taken = new HashMap<>();
            for (int row = 0; row < rows; row++) {
                taken.put(row, new Count(row == wanted ? 0 : 1, 0));
            }
            Tally tally = new Tally(Count.NONE, Map.of(task, new Tally.OfTask(taken, Map.of())));
            TaskAssignment one = Assignment.draw(study, tally, 100 + wanted).of(task);
            assertThat(one.why().row()).isEqualTo(wanted);
            drawn.add(one);
        }
        return drawn;
    }

    private static Map<String, Integer> counts(List<String> of) {
        return of.stream().collect(Collectors.toMap(one -> one, one -> 1, Integer::sum));
    }
}
