package org.antiphon.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.antiphon.clip.Progress;
import org.antiphon.dashboard.export.ExportOrder;
import org.antiphon.dashboard.export.Exports;
import org.antiphon.dashboard.export.Product;
import org.antiphon.dashboard.export.Written;
import org.antiphon.dashboard.reading.StudyReading;
import org.antiphon.platform.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the data of a study to a file. */
@Command(
        name = "export",
        description = "Writes the data of a study to a file: the same files as its page “Data” gives.",
        footer = {
            "",
            "It reads the database that is configured (QUARKUS_DATASOURCE_JDBC_URL, _USERNAME, _PASSWORD), or the one in the",
            "data folder, whether a server runs on it or not. What is written is the record of one moment, also while",
            "answers arrive; the same data give the same bytes. The file appears when it is whole.",
            "",
            "Exit codes: 0 done; 1 it cannot be written, or there is no such study; 2 wrong usage.",
            "",
            "Example: java -jar target/quarkus-app/quarkus-run.jar export --study first-look --output first-look.zip",
            "         java -jar target/quarkus-app/quarkus-run.jar export --study first-look --format ratings.csv --output r.csv"
        })
final class ExportCommand extends OfflineCommand {

    @Option(names = "--study", required = true, paramLabel = "ID", description = "The study.")
    private String study;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "package.zip",
            completionCandidates = Names.class,
            description = "Which file (default: ${DEFAULT-VALUE}): ${COMPLETION-CANDIDATES}.")
    private String format;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "Where it goes.")
    private Path output;

    @Option(names = "--edition", paramLabel = "N", description = "Only this version of the study (default: all).")
    private Integer edition;

    @Option(
            names = "--include-excluded",
            description = "Answers too of sessions that do not count: excluded, ended early, not finished.")
    private boolean includeExcluded;

    @Option(names = "--all-pages", description = "Pages of trainings and checks too.")
    private boolean allPages;

    @Option(
            names = "--dates",
            paramLabel = "HOW",
            description = "How exactly times are told: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ExportOrder.Dates dates = ExportOrder.Dates.DAY;

    @Option(names = "--without-words", description = "Leave out free text that participants wrote.")
    private boolean withoutWords;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder of the server (default: as configured).")
    private Path data;

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    /** The names of all files. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Exports.products().stream().map(Product::name).iterator();
        }
    }

    @Override
    protected Answer run(Progress progress) throws IOException {
        if (Exports.products().stream().noneMatch(one -> one.name().equals(format))) {
            throw wrongUsage("--format: there is no " + format + "; see export --help");
        }
        if (edition != null && edition < 1) {
            throw wrongUsage("--edition counts from 1, was " + edition);
        }
        if (Files.exists(output) && (!force || Files.isDirectory(output))) {
            throw wrongUsage(output + " exists already; add --force to write over a file");
        }
        ExportOrder order = ExportOrder.USUAL
                .withExcluded(includeExcluded)
                .withAllPages(allPages)
                .withDates(dates)
                .withWords(!withoutWords);
        try (CommandDatabase database = CommandDatabase.open(Optional.ofNullable(data));
                Exports.Ready ready = new Exports(new StudyReading(database.source()))
                        .ready(study, format, edition == null ? order : order.withEdition(edition))) {
            return answer(write(ready, progress));
        } catch (ProblemException e) {
            throw new CommandFailed(e.problem().title() + ": " + e.problem().detail(), e);
        }
    }

    /** Beside its place first, so that nobody finds half a file there. */
    private Written write(Exports.Ready ready, Progress progress) throws IOException {
        Path folder = output.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, "." + output.getFileName(), ".part");
        try {
            Written written;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                written = ready.write(out, progress);
            }
            if (force) {
                Files.move(part, output, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } else {
                // somebody may have written it meanwhile
                Files.move(part, output);
            }
            return written;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Answer answer(Written written) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("output", output);
        facts.put("rows", written.rows());
        facts.put("bytes", written.bytes());
        facts.put("sha256", written.sha256());
        return new Answer(
                output + ": " + written.rows() + " rows, " + written.bytes() + " bytes, SHA-256 " + written.sha256(),
                facts);
    }
}
