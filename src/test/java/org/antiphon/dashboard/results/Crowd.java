package org.antiphon.dashboard.results;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.antiphon.platform.Digest;
import org.antiphon.study.design.Condition;
import org.antiphon.study.design.Edition;
import org.antiphon.study.design.Gems;
import org.antiphon.study.design.Option;
import org.antiphon.study.design.Paradigm;
import org.antiphon.study.design.Question;
import org.antiphon.study.design.Questionnaire;
import org.antiphon.study.design.Scale;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.Task;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.assignment.Treatment;
import org.postgresql.PGConnection;

/**
 * Simulated participants with a known truth, written into the database as if they had taken part: conditions get worse in the
 * order of the document, every seventh participant does not listen. Tens of thousands in seconds.
 */
final class Crowd {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final Instant THEN = Instant.parse("2030-03-01T09:00:00Z");

    private final DataSource database;
    private final Random random;
    private final StringBuilder sessions = new StringBuilder();
    private final StringBuilder tasks = new StringBuilder();
    private final StringBuilder trials = new StringBuilder();
    private final StringBuilder slots = new StringBuilder();
    private final StringBuilder answers = new StringBuilder();
    private final StringBuilder ratings = new StringBuilder();
    private final StringBuilder outcomes = new StringBuilder();
    private Study study;
    private String digest;
    private long studyId;
    private long session;
    private long answer;
    private int place;
    private double mood;
    private boolean careless;

    Crowd(DataSource database, long seed) {
        this.database = database;
        this.random = new Random(seed);
    }

    /** Publishes a study with files that do not exist. */
    void publish(Study published, String title) throws Exception {
        java.util.Map<Stimulus, Digest> files = new java.util.HashMap<>();
        for (Stimulus stimulus : Stimulus.of(published)) {
            files.put(stimulus, Digest.of((published.id() + " " + stimulus).getBytes(StandardCharsets.UTF_8)));
        }
        Edition edition = Edition.first(published, files);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement(
                    "insert into study (slug, title, created_at) values (?, ?, now()) returning id")) {
                insert.setString(1, published.id().text());
                insert.setString(2, title);
                try (ResultSet row = insert.executeQuery()) {
                    row.next();
                    studyId = row.getLong(1);
                }
            }
            try (var insert = connection.prepareStatement(
                    "insert into edition (digest, study_id, version, frozen, state, published_at) values (?,?,1,?,'open',now())")) {
                insert.setString(1, edition.digest().hex());
                insert.setLong(2, studyId);
                insert.setBytes(3, edition.bytes());
                insert.executeUpdate();
            }
            try (var insert =
                    connection.prepareStatement("insert into stimulus (edition, item, condition, sha256, media_type,"
                            + " bytes, seconds) values (?,?,?,?,'video/mp4',4096,5)")) {
                for (Stimulus stimulus : files.keySet()) {
                    insert.setString(1, edition.digest().hex());
                    insert.setString(2, stimulus.item().text());
                    insert.setString(3, stimulus.condition().text());
                    insert.setString(4, files.get(stimulus).hex());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        }
        study = published;
        digest = edition.digest().hex();
    }

    /** Numbers about every clip against that of the first condition, worse for later conditions. */
    void measure(String... metrics) throws Exception {
        StringBuilder pairs = new StringBuilder();
        StringBuilder rows = new StringBuilder();
        String truth = study.conditions().get(0).id().text();
        for (Stimulus stimulus : Stimulus.of(study)) {
            String reference = sha(new Stimulus(stimulus.item(), new Id(truth)));
            String candidate = sha(stimulus);
            if (stimulus.condition().text().equals(truth)) {
                continue;
            }
            line(pairs, reference, candidate, "0".repeat(64));
            int rank = rank(stimulus.condition());
            for (int i = 0; i < metrics.length; i++) {
                double value = 8 - 2 * rank + (1 + i) * random.nextGaussian();
                line(rows, reference, candidate, metrics[i], i, metrics[i].replace('-', ' '), value, "dB", null, 1);
            }
        }
        try (Connection connection = database.getConnection()) {
            copy(connection, "stimulus_pair", pairs);
            copy(connection, "stimulus_metric", rows);
        }
    }

    private String sha(Stimulus stimulus) {
        return Digest.of((study.id() + " " + stimulus).getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    /** So many participants more, who judge every page of every task. */
    void come(int participants) throws Exception {
        try (Connection connection = database.getConnection()) {
            session = next(connection, "study_session");
            answer = next(connection, "answer");
            int first = (int) count(connection);
            for (int i = 0; i < participants; i++) {
                participant(first + i + 1);
                if (ratings.length() > 20_000_000) {
                    write(connection);
                }
            }
            write(connection);
        }
    }

    private long count(Connection connection) throws Exception {
        try (var statement = connection.prepareStatement("select count(*) from study_session where study_id = ?")) {
            statement.setLong(1, studyId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static long next(Connection connection, String table) throws Exception {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(max(id), 0) from " + table)) {
            row.next();
            return row.getLong(1) + 1;
        }
    }

    private void write(Connection connection) throws Exception {
        copy(
                connection,
                "study_session (id, token, withdrawal_code, begin_key, study_id, edition, language, way, seed, status, number,"
                        + " begun_at, seen_at, drawn_at, ended_at)",
                sessions);
        copy(connection, "session_task", tasks);
        copy(connection, "session_trial", trials);
        copy(connection, "session_slot", slots);
        copy(connection, "answer (id, session_id, edition, place, step, key, given, took_ms, saved_at)", answers);
        copy(connection, "rating", ratings);
        copy(connection, "check_outcome", outcomes);
        try (var statement = connection.createStatement()) {
            statement.execute("select setval(pg_get_serial_sequence('study_session', 'id'), " + session + ")");
            statement.execute("select setval(pg_get_serial_sequence('answer', 'id'), " + answer + ")");
        }
    }

    private static void copy(Connection connection, String into, StringBuilder rows) throws Exception {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + into + " from stdin", new StringReader(rows.toString()));
        rows.setLength(0);
    }

    private void participant(int number) {
        mood = 0.5 * random.nextGaussian();
        careless = number % 7 == 0;
        Instant begun = THEN.plusSeconds(number * 60L);
        line(
                sessions,
                session,
                letters(20),
                letters(16),
                uuid(),
                studyId,
                digest,
                study.languages().get(0).tag(),
                "open-link",
                random.nextInt(1_000_000),
                "completed",
                number,
                begun,
                begun.plusSeconds(600),
                begun.plusSeconds(30),
                begun.plusSeconds(600));
        place = 0;
        study.questionnaires().forEach(questionnaire -> asked(questionnaire, begun));
        study.tasks().forEach(task -> task(task, begun));
        study.checks().stream()
                .filter(check -> check instanceof org.antiphon.study.design.Check.Listening)
                .forEach(check -> {
                    for (int i = 1; i <= 4; i++) {
                        line(outcomes, session, check.id(), i, careless ? "failed" : "passed", "Simulated.");
                    }
                });
        session++;
    }

    private void asked(Questionnaire questionnaire, Instant begun) {
        List<String> values = new ArrayList<>();
        for (Question question : questionnaire.questions()) {
            if (question instanceof Question.Choice choice) {
                Id option = choice.options()
                        .get(random.nextInt(choice.options().size()))
                        .id();
                values.add("\"" + question.id() + "\":\"" + option + "\"");
            } else if (question instanceof Question.Points points) {
                values.add("\"" + question.id() + "\":" + (1 + random.nextInt(points.points())));
            } else if (question instanceof Question.Amount amount) {
                values.add("\"" + question.id() + "\":" + (int) amount.least());
            }
        }
        answered("questionnaire-" + questionnaire.id(), "{\"values\":{" + String.join(",", values) + "}}", begun);
    }

    private long answered(String step, String given, Instant begun) {
        place++;
        line(
                answers,
                answer,
                session,
                digest,
                place,
                step,
                uuid(),
                given,
                9000 + random.nextInt(9000),
                begun.plusSeconds(place * 12L));
        return answer++;
    }

    private void task(Task task, Instant begun) {
        line(tasks, session, task.id(), "everything", 1, 1, 0, "{}", "{}");
        int number = 0;
        for (Id item : study.itemsOf(task)) {
            for (Treatment treatment : Treatment.of(study, task)) {
                number++;
                String step = "trial-" + task.id() + "-" + number;
                line(trials, session, step, task.id(), "main", 0, number, item, null, null);
                page(task, step, item, treatment.conditions(), begun);
            }
        }
    }

    private void page(Task task, String step, Id item, List<Id> conditions, Instant begun) {
        long id = answered(step, "{}", begun);
        Paradigm paradigm = task.paradigm();
        boolean pair = paradigm instanceof Paradigm.Preference
                || paradigm instanceof Paradigm.Abx
                || paradigm instanceof Paradigm.Match;
        int slot = 0;
        if (paradigm instanceof Paradigm.Mushra mushra) {
            slot(step, "reference", ++slot, "reference", item, mushra.reference());
        }
        List<Id> order = new ArrayList<>(conditions);
        java.util.Collections.shuffle(order, random);
        for (int i = 0; i < order.size(); i++) {
            slot(step, letter(i), ++slot, pair ? "compared" : "judged", item, order.get(i));
        }
        if (paradigm instanceof Paradigm.Rating rating) {
            rating.scales()
                    .forEach(scale ->
                            rating(id, step, scale.text(), "A", number(study.scale(scale), order.get(0), item)));
        } else if (paradigm instanceof Paradigm.Intention intention) {
            intention(id, step, item, order.get(0), intention);
        } else if (pair) {
            boolean abx = paradigm instanceof Paradigm.Abx;
            int right = rank(order.get(0)) <= rank(order.get(1)) ? 0 : 1;
            if (abx) {
                slot(step, "X", ++slot, "unknown", item, order.get(right));
            }
            double chance = careless ? 0.5 : 0.6 + 0.08 * Math.abs(rank(order.get(0)) - rank(order.get(1)));
            boolean tie =
                    paradigm instanceof Paradigm.Preference preference && preference.ties() && random.nextInt(8) == 0;
            String chosen = letter(random.nextDouble() < chance ? right : 1 - right);
            line(ratings, id, session, step, "choice", tie ? null : chosen, null, tie ? "tie" : chosen, null, null);
        } else {
            for (int i = 0; i < order.size(); i++) {
                rating(id, step, letter(i), letter(i), score(order.get(i)));
            }
        }
    }

    private void slot(String step, String name, int at, String role, Id item, Id condition) {
        line(slots, session, step, name, at, role, digest, item, condition);
    }

    private void rating(long id, String step, String key, String slot, double number) {
        line(ratings, id, session, step, key, slot, number, null, null, null);
    }

    private double number(Scale scale, Id condition, Id item) {
        double place = careless
                ? random.nextDouble()
                : 0.85
                        - 0.17 * rank(condition)
                        + 0.1 * mood
                        + 0.02 * (item.hashCode() % 5)
                        + 0.17 * random.nextGaussian();
        double value = scale.lowest() + Math.min(1, Math.max(0, place)) * (scale.highest() - scale.lowest());
        return scale.stepped() ? Math.rint(value) : Math.rint(value * 10) / 10;
    }

    /** The first condition is the hidden reference; who is careless gives it anything. */
    private double score(Id condition) {
        if (careless) {
            return random.nextInt(101);
        }
        double middle = study.condition(condition) instanceof Condition.Anchor anchor
                ? (anchor.cutoff() == 7000 ? 45 : 22)
                : 98 - 14 * rank(condition);
        return Math.rint(
                Math.min(100, Math.max(0, middle + 6 * mood + (rank(condition) == 0 ? 2 : 8) * random.nextGaussian())));
    }

    private void intention(long id, String step, Id item, Id condition, Paradigm.Intention intention) {
        List<Option> options = intention.options();
        String meant = study.item(item)
                .intention()
                .map(Id::text)
                .orElse(options.get(0).id().text());
        boolean hit = !careless && random.nextDouble() < 0.8 - 0.2 * rank(condition);
        String chosen =
                hit ? meant : options.get(random.nextInt(options.size())).id().text();
        line(ratings, id, session, step, "intention", "A", null, chosen, null, null);
        intention.affect().ifPresent(grid -> {
            int middle = 1 + Math.floorMod(meant.hashCode(), grid.steps());
            line(
                    ratings,
                    id,
                    session,
                    step,
                    "affect",
                    "A",
                    null,
                    null,
                    near(middle, grid.steps()),
                    near(grid.steps() - middle + 1, grid.steps()));
        });
        if (intention.gems().isPresent()) {
            for (Gems.Factor factor : Gems.Factor.values()) {
                rating(id, step, "gems." + factor.id(), "A", 1 + random.nextInt(Gems.POINTS));
            }
        }
    }

    private int near(int middle, int most) {
        return Math.min(most, Math.max(1, middle + (int) Math.rint(1.2 * random.nextGaussian())));
    }

    private int rank(Id condition) {
        for (int i = 0; i < study.conditions().size(); i++) {
            if (study.conditions().get(i).id().equals(condition)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no condition " + condition);
    }

    private static String letter(int index) {
        return String.valueOf((char) ('A' + index));
    }

    private String letters(int count) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < count; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static void line(StringBuilder rows, Object... fields) {
        for (int i = 0; i < fields.length; i++) {
            rows.append(i == 0 ? "" : "\t").append(fields[i] == null ? "\\N" : fields[i].toString());
        }
        rows.append('\n');
    }
}
