package org.antiphon.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.dataset.CorpusKind;
import org.antiphon.dataset.Splits;
import org.antiphon.dataset.etude.EtudeCorpusWriter;
import org.antiphon.dataset.etude.Performer;
import org.antiphon.training.preparation.Configuration;
import org.antiphon.training.preparation.Configuration.Skeletons;
import org.antiphon.training.preparation.CorpusOrder;
import org.antiphon.training.preparation.Done;
import org.antiphon.training.preparation.Preparation;
import org.antiphon.training.shard.Hashes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A corpus that is prepared by whoever works on the queue. */
@QuarkusTest
class CorpusQueueIT {

    private static final String ID = "0123456789abcdef0123456789abcdef";

    @TempDir
    static Path folder;

    private static Path corpus;

    @Inject
    AgroalDataSource database;

    @BeforeAll
    static void record() throws IOException {
        corpus = folder.resolve("corpus");
        EtudeCorpusWriter.write(
                corpus, 3, new Seed(8), List.of(Performer.VIOLIN, Performer.PIANO), false, Progress.NONE);
    }

    private static CorpusOrder order(String output) {
        return new CorpusOrder(
                        CorpusKind.ETUDE,
                        corpus,
                        Optional.empty(),
                        Splits.COMPOSITION,
                        folder.resolve(output),
                        new Configuration(100, Skeletons.ANNOTATED),
                        Path.of("models"))
                .absolute();
    }

    @Test
    void workersMakeTheSameBytesAsOneProcess() throws IOException {
        order("alone").open().run(1, Progress.NONE);
        OrderBook book = new OrderBook(database);
        CorpusOrder order = order("together");
        Preparation.Result result = order.open().together(recordings -> {
            book.place(ID, order, recordings);
            OrderBook.Tally tally = settled(book, ID);
            assertThat(tally.problem()).isEmpty();
            return Map.of(Done.MADE, tally.made());
        });
        assertThat(result.made()).isEqualTo(3);
        assertThat(bytes(folder.resolve("together"))).isEqualTo(bytes(folder.resolve("alone")));
        book.forget(ID);
        assertThat(count("corpus_piece")).isZero();
        assertThat(count("corpus_tasks")).isZero();
    }

    @Test
    void aMachineThatDoesNotSeeTheFolderSaysSoAfterAFewAttempts() throws IOException {
        CorpusOrder elsewhere = new CorpusOrder(
                CorpusKind.ETUDE,
                folder.resolve("not-here"),
                Optional.empty(),
                Splits.COMPOSITION,
                folder.resolve("nothing"),
                new Configuration(100, Skeletons.ANNOTATED),
                Path.of("models"));
        OrderBook book = new OrderBook(database);
        String id = ID.replace('0', 'f');
        book.place(id, elsewhere, 1);
        assertThat(settled(book, id).problem().orElseThrow()).contains("not-here");
        book.forget(id);
    }

    private static OrderBook.Tally settled(OrderBook book, String id) throws IOException {
        for (int i = 0; i < 1800; i++) {
            OrderBook.Tally tally = book.tally(id);
            if (tally.waiting() == 0) {
                return tally;
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("nobody works on the queue");
    }

    private int count(String table) {
        try (Connection connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> bytes(Path output) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(output.relativize(file).toString(), Hashes.ofFile(file));
            }
        }
        return bytes;
    }
}
