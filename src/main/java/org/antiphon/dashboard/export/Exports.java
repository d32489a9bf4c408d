package org.antiphon.dashboard.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.antiphon.clip.Progress;
import org.antiphon.dashboard.reading.EditionRecord;
import org.antiphon.dashboard.reading.Selection;
import org.antiphon.dashboard.reading.SessionRecord;
import org.antiphon.dashboard.reading.Snapshot;
import org.antiphon.dashboard.reading.StudyReading;
import org.antiphon.platform.Digest;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;

/** The door: studies as files. */
@ApplicationScoped
public class Exports {

    /** Counts up whenever the same data are written otherwise than before. */
    private static final int FORM = 2;

    private final StudyReading reading;

    @Inject
    public Exports(StudyReading reading) {
        this.reading = reading;
    }

    /** Every file that can be had, the most useful first. */
    public static List<Product> products() {
        return Products.ALL;
    }

    /** A file that was ordered, of one moment. It holds a connection until it is closed. */
    public final class Ready implements AutoCloseable {

        private final Snapshot snapshot;
        private final Product product;
        private final ExportOrder order;

        private Ready(Snapshot snapshot, Product product, ExportOrder order) {
            this.snapshot = snapshot;
            this.product = product;
            this.order = order;
        }

        public Product product() {
            return product;
        }

        /** The same as long as the file would be the same; told without writing it. */
        public String tag() {
            StringBuilder all = new StringBuilder();
            all.append(FORM).append(product.name()).append(order).append(snapshot.state());
            snapshot.editions().forEach(edition -> all.append(edition.digest()));
            snapshot.sessions().forEach(session -> all.append(session.participant())
                    .append(session.status())
                    .append(session.ended())
                    .append(session.number())
                    .append(session.standing()));
            return Digest.of(all.toString().getBytes(StandardCharsets.UTF_8)).hex();
        }

        /**
         * Writes the file; the stream is flushed and left open.
         *
         * @throws IOException of the stream
         */
        public Written write(OutputStream out, Progress progress) throws IOException {
            CountedStream counted = new CountedStream(out);
            try {
                long rows = body(counted, progress);
                counted.flush();
                return counted.written(product.name(), rows);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }

        private long body(OutputStream out, Progress progress) throws IOException {
            Tables tables = new Tables(snapshot, order);
            String name = product.name();
            snapshot.watch(share -> progress.at(name, share));
            if (name.equals(Products.PACKAGE)) {
                int[] done = {0};
                return new PackageZip(tables, order, newest()).write(out, () -> {
                    DataFile<?> file = tables.all().get(done[0]);
                    double from = (double) done[0] / tables.all().size();
                    double to = ++done[0] / (double) tables.all().size();
                    snapshot.watch(share -> progress.part(from, to).at(file.name(), share));
                });
            }
            if (name.equals(Products.CODEBOOK)) {
                return text(out, new Codebook(tables, order).markdown());
            }
            if (name.equals(Products.CODEBOOK_TABLE)) {
                return new TableWriter(order.dates()).csv(new Codebook(tables, order).table(), out);
            }
            if (name.equals(Products.DESIGN)) {
                List<EditionRecord> editions = snapshot.editions();
                return text(out, editions.get(editions.size() - 1).frozen());
            }
            if (name.equals(Products.MIXED_MODELS)) {
                return text(out, MixedModels.program(snapshot.editions()));
            }
            return name.startsWith(Products.STRICT) ? webMushra(tables, out) : table(tables, out);
        }

        private long text(OutputStream out, String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return 0;
        }

        private long webMushra(Tables tables, OutputStream out) throws IOException {
            boolean extended = product.name().startsWith(Products.EXTENDED);
            WebMushra.File file = WebMushra.File.of(product.name()).orElseThrow();
            return new WebMushra(tables.wanted(), file, extended, order.words()).write(out);
        }

        private long table(Tables tables, OutputStream out) throws IOException {
            String name = product.name();
            boolean lines = name.endsWith(Products.LINES);
            DataFile<?> file =
                    tables.named(name.substring(0, name.lastIndexOf('.'))).orElseThrow();
            TableWriter writer = new TableWriter(order.dates());
            return lines ? writer.jsonLines(file, out) : writer.csv(file, out);
        }

        /** The newest time that the data hold. */
        private Instant newest() {
            Stream<Instant> published = snapshot.editions().stream().map(EditionRecord::published);
            Stream<Instant> ended =
                    snapshot.sessions().stream().map(session -> session.ended().orElse(session.begun()));
            return Stream.concat(published, ended).max(Instant::compareTo).orElse(Instant.EPOCH);
        }

        @Override
        public void close() {
            snapshot.close();
        }
    }

    /**
     * Gets a file ready.
     *
     * @throws ProblemException 404 if there is no such study, edition or file, or nothing was published
     */
    public Ready ready(String slug, String name, ExportOrder order) {
        Product product = Products.ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                                "There is no such file", "What there is stands at /api/studies/" + slug + "/exports.")
                        .exception());
        OptionalInt version = order.edition();
        Selection selection =
                version.isPresent() ? Selection.EVERYTHING.ofVersion(version.getAsInt()) : Selection.EVERYTHING;
        Snapshot snapshot = reading.open(slug, selection);
        if (snapshot.editions().isEmpty()) {
            snapshot.close();
            throw Problem.notFound(
                            "Nothing is published yet", "There are no data of " + slug + " before it is published.")
                    .exception();
        }
        return new Ready(snapshot, product, order);
    }

    /** How many began and how many count, in how many editions, and of what kinds the tasks of all of them are. */
    public record Extent(int began, int counted, int editions, Set<String> paradigms) {

        /** Whether the file can hold anything of this study: not, if it is for pages of a kind that the study has none of. */
        boolean fills(Product product) {
            return WebMushra.File.of(product.name())
                    .map(file -> paradigms.stream().anyMatch(file::holds))
                    .orElse(true);
        }

        /** Their numbers. */
        public List<Integer> versions() {
            return IntStream.rangeClosed(1, editions).boxed().toList();
        }
    }

    /** @throws ProblemException 404 if there is no such study */
    public Extent extent(String slug) {
        try (Snapshot snapshot = reading.open(slug, Selection.EVERYTHING)) {
            int counted = (int)
                    snapshot.sessions().stream().filter(SessionRecord::counted).count();
            Set<String> paradigms = snapshot.editions().stream()
                    .flatMap(edition -> edition.study().tasks().stream()
                            .map(task -> edition.paradigm(task.id().text())))
                    .collect(Collectors.toSet());
            return new Extent(
                    snapshot.sessions().size(), counted, snapshot.editions().size(), paradigms);
        }
    }
}
