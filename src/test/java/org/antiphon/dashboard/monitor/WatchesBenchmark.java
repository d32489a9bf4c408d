package org.antiphon.dashboard.monitor;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.antiphon.dashboard.reading.RatingTable;
import org.antiphon.dashboard.reading.Selection;
import org.antiphon.dashboard.reading.Snapshot;
import org.antiphon.dashboard.reading.StudyReading;
import org.antiphon.platform.DataFolder;
import org.antiphon.platform.EmbeddedDatabase;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGPoolingDataSource;

/**
 * Measures how soon many ratings are known, from the rows alone as before, after a start, and after a change, in one run; the
 * first argument is their number. It needs no server, only the database that comes along. A folder as the second argument keeps
 * the database: a second run then is a start with what the first has written down.
 */
final class WatchesBenchmark {

    private static final String SLUG = "measured";
    private static final int TIMES = 5;

    private final DataSource source;
    private final SessionRows rows;
    private final Traces traces;
    private final Memory memory;
    private final Recollections recollections;
    private final Editions editions;
    private final Clock clock = Clock.systemUTC();

    private WatchesBenchmark(DataSource source) {
        this.source = source;
        Queries queries = new Queries(source);
        rows = new SessionRows(queries);
        traces = new Traces(queries);
        memory = new Memory(source, queries, clock);
        recollections = new Recollections(source, queries, clock, new ObjectMapper().findAndRegisterModules());
        editions = new Editions(queries);
    }

    private Watches fresh() {
        return new Watches(rows, traces, memory, clock);
    }

    private Watched watched() {
        return editions.find(SLUG, Optional.empty()).orElseThrow();
    }

    private interface Work {
        void run() throws Exception;
    }

    /**
     * How long something takes, in seconds.
     *
     * @param processor what this process and the database worked meanwhile: on a machine with other things to do the steadier
     */
    private record Took(double wall, double processor) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f s (processor %.2f s)", wall, processor);
        }
    }

    private Took seconds(Work work) throws Exception {
        long begin = System.nanoTime();
        double worked = processor();
        work.run();
        return new Took((System.nanoTime() - begin) / 1e9, processor() - worked);
    }

    /** Of this process and of the one that answers it in the database. */
    private double processor() {
        long backend = new Queries(source)
                .row(row -> row.getLong(1), "select pg_backend_pid()")
                .orElseThrow();
        return Stream.of(Optional.of(ProcessHandle.current()), ProcessHandle.of(backend))
                .flatMap(Optional::stream)
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(time -> time.toMillis() / 1e3)
                .sum();
    }

    /** The middle of some. */
    private Took median(Work before, Work work) throws Exception {
        List<Took> times = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            before.run();
            times.add(seconds(work));
        }
        return new Took(
                times.stream().mapToDouble(Took::wall).sorted().toArray()[TIMES / 2],
                times.stream().mapToDouble(Took::processor).sorted().toArray()[TIMES / 2]);
    }

    private void change(String sql) throws Exception {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void remember(Watches kept) {
        kept.write(watched());
        Watch watch = kept.look(watched());
        recollections.write(watched(), Recollection.of(watch, Overviewing.of(watch)));
    }

    private boolean there() {
        return new Queries(source)
                .row(row -> row.getString(1), "select slug from study where slug = ?", SLUG)
                .isPresent();
    }

    private void measure(int ratings) throws Exception {
        Watches kept = fresh();
        Work nothing = () -> {};
        Optional<?>[] remembered = new Optional<?>[1];
        Took begun = seconds(() -> remembered[0] = recollections.of(watched()));
        System.out.printf("the very first answer %s, %s%n", begun, remembered[0].isPresent() ? "remembered" : "none");
        Took first = seconds(() -> Overviewing.of(kept.look(watched())));
        Took written = seconds(() -> remember(kept));
        Took answered = median(
                nothing,
                () -> remembered[0] = new Editions(new Queries(source))
                        .find(SLUG, Optional.empty())
                        .flatMap(recollections::of));
        Took afterStart = median(nothing, () -> Overviewing.of(fresh().look(watched())));
        System.out.println("  of that what is remembered "
                + median(nothing, () -> memory.of(watched().digest(), new Names(), new Names())) + ", rows of sessions "
                + median(nothing, () -> rows.all(watched().digest())));
        Took unchanged = median(nothing, () -> kept.look(watched()));
        Took changed = median(
                () -> change(
                        "update study_session set seen_at = now() where id = (select id from study_session where status ="
                                + " 'going' order by seen_at limit 1)"),
                () -> Overviewing.of(kept.look(watched())));
        System.out.printf(
                "%d ratings, overview: counted first %s; after a start %s, counted then %s; unchanged %s; after a change %s; to write it down took %s%n",
                ratings, first, answered, afterStart, unchanged, changed, written);
        remember(kept);
        StudyReading reading = new StudyReading(source);
        Selection selection = new Selection(OptionalInt.of(1), true, true, Optional.empty());
        RatingTable[] table = new RatingTable[1];
        Took read = seconds(() -> {
            try (Snapshot snapshot = reading.open(SLUG, selection)) {
                table[0] = RatingTable.of(snapshot);
            }
        });
        Took again = median(nothing, () -> {
            try (Snapshot snapshot = reading.open(SLUG, selection)) {
                table[0] = table[0].at(snapshot);
            }
        });
        System.out.printf("%d ratings, results: read %s, after a change %s%n", table[0].size(), read, again);
    }

    public static void main(String[] args) throws Exception {
        int ratings = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        Path folder = args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("watches");
        DataFolder data = DataFolder.take(folder.resolve("data"));
        EmbeddedDatabase database = EmbeddedDatabase.start(data);
        PGPoolingDataSource source = new PGPoolingDataSource();
        source.setDataSourceName("watches");
        source.setUrl(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("filesystem:db/migration")
                    .load()
                    .migrate();
            WatchesBenchmark benchmark = new WatchesBenchmark(source);
            if (!benchmark.there()) {
                System.out.printf(
                        "filled in %s%n",
                        benchmark.seconds(() -> {
                            try (Connection connection = source.getConnection()) {
                                Filled.fill(connection, SLUG, ratings / Filled.RATINGS);
                            }
                        }));
            }
            benchmark.measure(ratings);
        } finally {
            source.close();
            database.close();
            data.close();
        }
    }
}
