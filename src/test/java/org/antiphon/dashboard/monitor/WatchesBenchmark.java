package org.antiphon.dashboard.monitor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
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
 * argument is their number. It needs no server, only the database that comes along.
 */
final class WatchesBenchmark {

    private static final String SLUG = "measured";
    private static final int TIMES = 5;

    private final DataSource source;
    private final SessionRows rows;
    private final Traces traces;
    private final Memory memory;
    private final Editions editions;
    private final Clock clock = Clock.systemUTC();

    private WatchesBenchmark(DataSource source) {
        this.source = source;
        Queries queries = new Queries(source);
        rows = new SessionRows(queries);
        traces = new Traces(queries);
        memory = new Memory(source, queries, clock);
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

    private static double seconds(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    /** The middle of some. */
    private static double median(Work before, Work work) throws Exception {
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            before.run();
            times[i] = seconds(work);
        }
        Arrays.sort(times);
        return times[TIMES / 2];
    }

    private void change(String sql) throws Exception {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void measure(int ratings) throws Exception {
        Watches kept = fresh();
        double raw = seconds(() -> Overviewing.of(kept.look(watched())));
        double written = seconds(() -> kept.write(watched()));
        Work nothing = () -> {};
        double afterStart = median(nothing, () -> Overviewing.of(fresh().look(watched())));
        double unchanged = median(nothing, () -> kept.look(watched()));
        double changed = median(
                () -> change(
                        "update study_session set seen_at = now() where id = (select id from study_session where status ="
                                + " 'going' order by seen_at limit 1)"),
                () -> Overviewing.of(kept.look(watched())));
        System.out.printf(
                "%d ratings, overview: from the rows alone %.2f s; after a start %.2f s; unchanged %.3f s; after a change %.2f s;"
                        + " to write it down took %.2f s once%n",
                ratings, raw, afterStart, unchanged, changed, written);
        StudyReading reading = new StudyReading(source);
        Selection selection = new Selection(OptionalInt.of(1), true, true, Optional.empty());
        RatingTable[] table = new RatingTable[1];
        double read = seconds(() -> {
            try (Snapshot snapshot = reading.open(SLUG, selection)) {
                table[0] = RatingTable.of(snapshot);
            }
        });
        double again = median(nothing, () -> {
            try (Snapshot snapshot = reading.open(SLUG, selection)) {
                table[0] = table[0].at(snapshot);
            }
        });
        System.out.printf("%d ratings, results: read %.2f s, after a change %.2f s%n", table[0].size(), read, again);
    }

    public static void main(String[] args) throws Exception {
        int ratings = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        Path folder = Files.createTempDirectory("watches");
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
            double filled = seconds(() -> {
                try (Connection connection = source.getConnection()) {
                    Filled.fill(connection, SLUG, ratings / Filled.RATINGS);
                }
            });
            System.out.printf("filled in %.0f s%n", filled);
            new WatchesBenchmark(source).measure(ratings);
        } finally {
            source.close();
            database.close();
            data.close();
        }
    }
}
