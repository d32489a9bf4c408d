package org.antiphon.study.rating;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.Step;
import org.antiphon.study.session.assignment.Assignment;
import org.antiphon.study.session.assignment.Count;
import org.antiphon.study.session.assignment.Explanation;
import org.antiphon.study.session.assignment.Purpose;
import org.antiphon.study.session.assignment.Slot;
import org.antiphon.study.session.assignment.Tally;
import org.antiphon.study.session.assignment.TaskAssignment;
import org.antiphon.study.session.assignment.Trial;

/**
 * Assignments as they were drawn. What a session was given is read from here, not drawn again: it stays what it was even if
 * another version of the program would draw it otherwise.
 */
@ApplicationScoped
class Draws {

    private final Sql sql;
    private final ObjectMapper json;

    @Inject
    Draws(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void write(Visit visit, Assignment assignment) {
        List<Object[]> tasks = new ArrayList<>();
        List<Object[]> trials = new ArrayList<>();
        List<Object[]> slots = new ArrayList<>();
        for (TaskAssignment task : assignment.tasks()) {
            Explanation why = task.why();
            tasks.add(new Object[] {
                visit.id(),
                task.task().text(),
                why.rule(),
                why.seed(),
                why.rows(),
                why.row(),
                seen(why.seen()),
                task.pages().toArray(String[]::new)
            });
            List<Trial> all = new ArrayList<>();
            task.training().forEach(all::addAll);
            all.addAll(task.trials());
            for (Trial trial : all) {
                trials.add(trial(visit, trial));
                slots(visit, trial, slots);
            }
        }
        sql.changeAll("insert into session_task values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)", tasks);
        sql.changeAll("insert into session_trial values (?, ?, ?, ?, ?, ?, ?, ?, ?)", trials);
        sql.changeAll("insert into session_slot values (?, ?, ?, ?, ?, ?, ?, ?)", slots);
    }

    private static Object[] trial(Visit visit, Trial trial) {
        String purpose = "main";
        int attempt = 0;
        String check = null;
        Integer repeats = null;
        if (trial.purpose() instanceof Purpose.Training training) {
            purpose = "training";
            attempt = training.attempt();
        } else if (trial.purpose() instanceof Purpose.Repeat repeat) {
            purpose = "repeated";
            check = repeat.check().text();
            repeats = repeat.of();
        } else if (trial.purpose() instanceof Purpose.Planted planted) {
            purpose = "planted";
            check = planted.check().text();
        }
        return new Object[] {
            visit.id(),
            Step.Judging.idOf(trial),
            trial.task().text(),
            purpose,
            attempt,
            trial.number(),
            trial.item().text(),
            check,
            repeats
        };
    }

    private static void slots(Visit visit, Trial trial, List<Object[]> slots) {
        for (int i = 0; i < trial.slots().size(); i++) {
            Slot slot = trial.slots().get(i);
            slots.add(new Object[] {
                visit.id(),
                Step.Judging.idOf(trial),
                slot.name(),
                i + 1,
                TrialJson.name(slot.role()),
                visit.published().digest().hex(),
                trial.item().text(),
                slot.condition().text()
            });
        }
    }

    /** What was drawn for a session. */
    Assignment read(long session, long number) {
        Map<String, List<Slot>> slots = new HashMap<>();
        sql.rows(
                        row -> Map.entry(row.getString("step"), slot(row)),
                        "select * from session_slot where session_id = ? order by step, place",
                        session)
                .forEach(entry -> slots.computeIfAbsent(entry.getKey(), step -> new ArrayList<>())
                        .add(entry.getValue()));
        Map<Id, Map<Integer, List<Trial>>> trials = new HashMap<>();
        sql.rows(
                row -> trials.computeIfAbsent(new Id(row.getString("task")), task -> new LinkedHashMap<>())
                        .computeIfAbsent(row.getInt("attempt"), attempt -> new ArrayList<>())
                        .add(trial(row, slots.get(row.getString("step")))),
                "select * from session_trial where session_id = ? order by task, attempt, number",
                session);
        List<TaskAssignment> tasks = sql.rows(
                row -> task(row, trials.getOrDefault(new Id(row.getString("task")), Map.of())),
                "select * from session_task where session_id = ? order by task",
                session);
        return new Assignment(number, tasks);
    }

    private TaskAssignment task(ResultSet row, Map<Integer, List<Trial>> attempts) throws SQLException {
        Id task = new Id(row.getString("task"));
        List<List<Trial>> training = new ArrayList<>();
        for (int attempt = 1; attempts.containsKey(attempt); attempt++) {
            training.add(attempts.get(attempt));
        }
        Explanation why = new Explanation(
                task,
                row.getString("rule"),
                row.getLong("seed"),
                row.getInt("design_rows"),
                row.getInt("design_row"),
                seen(row.getString("seen")));
        List<String> pages = Arrays.asList((String[]) row.getArray("pages").getArray());
        return new TaskAssignment(task, pages, training, attempts.getOrDefault(0, List.of()), why);
    }

    private static Trial trial(ResultSet row, List<Slot> slots) throws SQLException {
        Optional<Id> check = Optional.ofNullable(row.getString("check_id")).map(Id::new);
        Purpose purpose =
                switch (row.getString("purpose")) {
                    case "main" -> new Purpose.Main();
                    case "training" -> new Purpose.Training(row.getInt("attempt"));
                    case "repeated" -> new Purpose.Repeat(check.orElseThrow(), row.getInt("repeats"));
                    default -> new Purpose.Planted(check.orElseThrow());
                };
        return new Trial(
                new Id(row.getString("task")), row.getInt("number"), new Id(row.getString("item")), slots, purpose);
    }

    private static Slot slot(ResultSet row) throws SQLException {
        Slot.Role role = Arrays.stream(Slot.Role.values())
                .filter(one -> name(row).equals(TrialJson.name(one)))
                .findFirst()
                .orElseThrow();
        return new Slot(row.getString("slot"), new Id(row.getString("condition")), role);
    }

    private static String name(ResultSet row) {
        try {
            return row.getString("role");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String seen(Tally.OfTask tally) {
        ObjectNode seen = json.createObjectNode();
        ObjectNode rows = seen.putObject("rows");
        tally.rows()
                .forEach((row, count) ->
                        rows.putArray(row.toString()).add(count.completed()).add(count.present()));
        ObjectNode pages = seen.putObject("pages");
        tally.pages()
                .forEach((page, count) ->
                        pages.putArray(page).add(count.completed()).add(count.present()));
        return seen.toString();
    }

    private Tally.OfTask seen(String text) {
        try {
            JsonNode seen = json.readTree(text);
            Map<Integer, Count> rows = new HashMap<>();
            seen.path("rows")
                    .fields()
                    .forEachRemaining(entry -> rows.put(Integer.parseInt(entry.getKey()), count(entry.getValue())));
            Map<String, Count> pages = new HashMap<>();
            seen.path("pages").fields().forEachRemaining(entry -> pages.put(entry.getKey(), count(entry.getValue())));
            return new Tally.OfTask(rows, pages);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database keeps JSON only", e);
        }
    }

    private static Count count(JsonNode pair) {
        return new Count(pair.get(0).intValue(), pair.get(1).intValue());
    }
}
