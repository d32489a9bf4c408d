package org.antiphon.dashboard.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.antiphon.dashboard.reading.EditionRecord;
import org.antiphon.study.design.Study;

/**
 * Everything in one ZIP, written as it is read: tables first, then what describes them, because that holds their checksums.
 * Entries have the newest time in the data, in UTC, so that the same data give the same bytes.
 */
final class PackageZip {

    private static final LocalDateTime FIRST_OF_ZIP = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Tables tables;
    private final ExportOrder order;
    private final Instant newest;
    private final List<Written> written = new ArrayList<>();

    PackageZip(Tables tables, ExportOrder order, Instant newest) {
        this.tables = tables;
        this.order = order;
        this.newest = newest;
    }

    /** @return how many rows all tables have together */
    long write(OutputStream out, Runnable next) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        DataPackage descriptor = new DataPackage(tables.everyone().study(), title(), newest, order.dates());
        TableWriter writer = new TableWriter(order.dates());
        long rows = 0;
        for (DataFile<?> file : tables.all()) {
            next.run();
            String path = "data/" + file.name() + ".csv";
            Written table = entry(zip, path, stream -> writer.csv(file, stream));
            descriptor.add(file, path, table);
            rows += table.rows();
        }
        for (EditionRecord edition : tables.everyone().editions()) {
            text(zip, "design/version-" + edition.version() + ".json", edition.frozen());
            if (!edition.document().isEmpty()) {
                text(zip, "design/version-" + edition.version() + ".yaml", edition.document());
            }
        }
        Codebook codebook = new Codebook(tables, order);
        text(zip, "codebook.md", codebook.markdown());
        entry(zip, "codebook.csv", stream -> writer.csv(codebook.table(), stream));
        text(zip, Products.MIXED_MODELS, MixedModels.program(tables.everyone().editions()));
        text(zip, "README.md", ReadMe.of(tables.everyone().study().slug()));
        text(zip, "datapackage.json", descriptor.json());
        text(zip, "SHA256SUMS", sums());
        zip.finish();
        return rows;
    }

    private String title() {
        List<EditionRecord> editions = tables.everyone().editions();
        String slug = tables.everyone().study().slug();
        if (editions.isEmpty()) {
            return slug;
        }
        Study newest = editions.get(editions.size() - 1).study();
        return newest.title().in(newest.languages().get(0));
    }

    /** Writes the bytes of an entry. */
    private interface Body {
        long write(OutputStream out) throws IOException;
    }

    private Written entry(ZipOutputStream zip, String path, Body body) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(time());
        zip.putNextEntry(entry);
        CountedStream counted = new CountedStream(zip);
        long rows = body.write(counted);
        zip.closeEntry();
        Written file = counted.written(path, rows);
        written.add(file);
        return file;
    }

    private void text(ZipOutputStream zip, String path, String text) throws IOException {
        entry(zip, path, out -> {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return 0;
        });
    }

    private LocalDateTime time() {
        LocalDateTime exact = LocalDateTime.ofInstant(newest, ZoneOffset.UTC);
        LocalDateTime told =
                switch (order.dates()) {
                    case EXACT -> exact.truncatedTo(ChronoUnit.SECONDS);
                    case DAY -> exact.truncatedTo(ChronoUnit.DAYS);
                    case NONE -> FIRST_OF_ZIP;
                };
        return told.isBefore(FIRST_OF_ZIP) ? FIRST_OF_ZIP : told;
    }

    /** As {@code sha256sum --check} reads it. */
    private String sums() {
        StringBuilder sums = new StringBuilder();
        written.forEach(file ->
                sums.append(file.sha256()).append("  ").append(file.name()).append('\n'));
        return sums.toString();
    }
}
