package org.antiphon.dashboard.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.antiphon.clip.Progress;
import org.antiphon.dashboard.reading.RatingTable;
import org.antiphon.dashboard.reading.Selection;
import org.antiphon.dashboard.reading.Snapshot;
import org.antiphon.dashboard.reading.StudyReading;
import org.antiphon.platform.Digest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exports of many ratings. {@code -Dmade.sessions=41667} makes a million of them, {@code -Dmade.kept=FOLDER} keeps the files
 * so that other programs can read them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyRatingsTest {

    private static final int SESSIONS = Integer.getInteger("made.sessions", 150);
    private static final int COMPLETED = SESSIONS - SESSIONS / 7;
    private static final int EXCLUDED = SESSIONS / 10 - SESSIONS / 70;
    private static final int COUNTED = COMPLETED - EXCLUDED;

    @TempDir
    static Path temporary;

    private MadeData made;
    private Exports exports;
    private StudyReading reading;

    @BeforeAll
    void fill() throws IOException, SQLException {
        made = new MadeData(temporary.resolve("data"), SESSIONS);
        reading = new StudyReading(made.source());
        exports = new Exports(reading);
    }

    @AfterAll
    void close() throws IOException {
        made.close();
    }

    private Written write(String name, ExportOrder order, OutputStream out) throws IOException {
        try (Exports.Ready ready = exports.ready("etudes", name, order)) {
            return ready.write(out, Progress.NONE);
        }
    }

    private byte[] bytes(String name, ExportOrder order) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(name, order, out);
        return out.toByteArray();
    }

    @Test
    void writesEveryRatingOnceInMemoryThatDoesNotGrow() throws IOException {
        Path folder = Path.of(System.getProperty("made.kept", temporary.toString()));
        long opened = System.nanoTime();
        exports.extent("etudes");
        System.getLogger("made")
                .log(System.Logger.Level.INFO, "opened in {0} ms", (System.nanoTime() - opened) / 1_000_000);
        for (String name : List.of("ratings.csv", "ratings.jsonl", "ratings-wide.csv", "sessions.csv", "package.zip")) {
            long begin = System.nanoTime();
            Written written;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)))) {
                written = write(name, ExportOrder.USUAL.withExcluded(true), out);
            }
            assertThat(Files.size(folder.resolve(name))).isEqualTo(written.bytes());
            System.getLogger("made")
                    .log(
                            System.Logger.Level.INFO,
                            "{0}: {1} rows, {2} bytes in {3} ms with at most {4} MB of heap",
                            name,
                            written.rows(),
                            written.bytes(),
                            (System.nanoTime() - begin) / 1_000_000,
                            Runtime.getRuntime().maxMemory() >> 20);
            if (name.startsWith("ratings.")) {
                assertThat(written.rows()).isEqualTo((long) SESSIONS * MadeData.RATINGS_OF_ONE);
            }
        }
    }

    @Test
    void givesEveryRatingAsItLiesInTheDatabase() throws IOException, SQLException {
        Map<String, Double> kept = new HashMap<>();
        try (Connection connection = made.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select concat_ws(' ', s.pseudonym, t.number, t.item, p.condition, r.key) as what, r.number
                        from rating r join study_session s on s.id = r.session_id
                        join session_trial t on t.session_id = s.id and t.step = r.step
                        join session_slot p on p.session_id = s.id and p.step = r.step and p.slot = r.slot""")) {
            while (rows.next()) {
                kept.put(rows.getString(1), rows.getDouble(2));
            }
        }
        Map<String, Double> given = new HashMap<>();
        String csv = new String(bytes("ratings.csv", ExportOrder.USUAL.withExcluded(true)), StandardCharsets.UTF_8);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            reader.forEach(row -> given.put(
                    Stream.of("participant", "page", "item", "condition", "scale")
                            .map(row::getField)
                            .collect(Collectors.joining(" ")),
                    Double.valueOf(row.getField("value"))));
        }
        assertThat(given).isEqualTo(kept).hasSize(SESSIONS * MadeData.RATINGS_OF_ONE);
    }

    @Test
    void leavesOutWhatDoesNotCountUnlessAsked() throws IOException {
        OutputStream nowhere = OutputStream.nullOutputStream();
        assertThat(write("ratings.csv", ExportOrder.USUAL, nowhere).rows())
                .isEqualTo((long) COUNTED * MadeData.RATINGS_OF_ONE);
        assertThat(write("ratings-wide.csv", ExportOrder.USUAL, nowhere).rows()).isEqualTo(COUNTED * 8L);
        assertThat(write("sessions.csv", ExportOrder.USUAL, nowhere).rows()).isEqualTo(SESSIONS);
        assertThat(write("webmushra-lss.csv", ExportOrder.USUAL, nowhere).rows())
                .isEqualTo(COUNTED * 8L);
        assertThat(write("webmushra-mushra.csv", ExportOrder.USUAL, nowhere).rows())
                .isZero();
        try (Snapshot snapshot = reading.open("etudes", Selection.COUNTED)) {
            RatingTable table = RatingTable.of(snapshot);
            assertThat(table.size()).isEqualTo(COUNTED * MadeData.RATINGS_OF_ONE);
            assertThat(table.words(RatingTable.Column.CONDITION).all())
                    .containsExactlyInAnyOrder("performed", "vocoded", "translated", "exchanged");
        }
    }

    @Test
    void givesTheSameBytesForTheSameData() throws IOException {
        for (Product product : Exports.products()) {
            byte[] once = bytes(product.name(), ExportOrder.USUAL);
            assertThat(bytes(product.name(), ExportOrder.USUAL))
                    .as(product.name())
                    .isEqualTo(once);
            try (Exports.Ready ready = exports.ready("etudes", product.name(), ExportOrder.USUAL)) {
                String tag = ready.tag();
                assertThat(ready.tag()).isEqualTo(tag);
            }
        }
    }

    @Test
    void packsEverythingWithChecksumsThatHold() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        byte[] archive = bytes("package.zip", ExportOrder.USUAL);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertThat(entries)
                .containsKeys(
                        "data/ratings.csv",
                        "data/metrics.csv",
                        "codebook.md",
                        "codebook.csv",
                        "mixed-models.R",
                        "README.md",
                        "datapackage.json",
                        "design/version-1.json",
                        "design/version-1.yaml");
        String sums = new String(entries.get("SHA256SUMS"), StandardCharsets.UTF_8);
        assertThat(sums.lines()).hasSize(entries.size() - 1).allSatisfy(line -> {
            String[] parts = line.split("  ", 2);
            assertThat(Digest.of(entries.get(parts[1])).hex()).isEqualTo(parts[0]);
        });
        assertThat(Digest.of(entries.get("design/version-1.json")).hex())
                .isEqualTo(new String(entries.get("codebook.md"), StandardCharsets.UTF_8)
                        .replaceAll("(?s).*design `([0-9a-f]{64})`.*", "$1"));
    }

    @Test
    void leavesNoSecretInAnyFile() throws IOException, SQLException {
        List<String> secrets = new ArrayList<>();
        try (var connection = made.source().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select token from study_session union all select withdrawal_code from study_session"
                                + " union all select secret from taking_secret")) {
            while (rows.next() && secrets.size() < 100) {
                secrets.add(rows.getString(1));
            }
        }
        for (Product product : Exports.products()) {
            if (!product.name().endsWith(".zip")) {
                String text =
                        new String(bytes(product.name(), ExportOrder.USUAL.withExcluded(true)), StandardCharsets.UTF_8);
                assertThat(secrets).as(product.name()).noneMatch(text::contains);
            }
        }
    }
}
