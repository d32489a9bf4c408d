package org.antiphon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.clip.Progress;
import org.antiphon.study.design.StudyDocument;
import org.antiphon.study.design.document.Finding;
import org.antiphon.study.webmushra.Note;
import org.antiphon.study.webmushra.WebMushra;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at documents of studies, and prints the schema that they follow. */
@Command(
        name = "study",
        description =
                "Says what is wrong with the document of a study, prints the JSON Schema of such documents, or makes "
                        + "one of a configuration of webMUSHRA.",
        footer = {
            "",
            "--check: one line for each problem: file, line, column, path, what is wrong, what to do. --import: one line for",
            "each repair, for each thing that is another one here, and for each that could not be carried over. Exit codes: 0",
            "no document is refused (there may be advice); 1 one is, or cannot be read; 2 wrong usage.",
            "",
            "Example: java -jar target/quarkus-app/quarkus-run.jar study --check pilot.yaml --check main.yaml",
            "         java -jar target/quarkus-app/quarkus-run.jar study --schema > study.schema.json",
            "         java -jar target/quarkus-app/quarkus-run.jar study --import mushra.yaml --output study.yaml"
        })
final class StudyCommand extends OfflineCommand {

    @Option(names = "--check", paramLabel = "FILE", description = "A document to look at; may be given several times.")
    private List<Path> documents = List.of();

    @Option(names = "--schema", description = "Print the JSON Schema, for editors that complete and check.")
    private boolean schema;

    @Option(names = "--import", paramLabel = "FILE", description = "A configuration of webMUSHRA.")
    private Path configuration;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where the imported document is written; must not exist.")
    private Path output;

    @Override
    protected Answer run(Progress progress) throws IOException {
        int asked = (schema ? 1 : 0) + (documents.isEmpty() ? 0 : 1) + (configuration == null ? 0 : 1);
        if (asked != 1 || (output == null) != (configuration == null)) {
            throw wrongUsage("give --check with a file, or --schema, or --import with a file and --output");
        }
        if (configuration != null) {
            return imported();
        }
        return schema ? new Answer(StudyDocument.schema().strip(), Map.of("schema", StudyDocument.schema())) : check();
    }

    private Answer imported() throws IOException {
        WebMushra.Result result = WebMushra.read(Files.readAllBytes(configuration), Optional.empty());
        if (result instanceof WebMushra.Result.Refused refused) {
            String why = configuration + ": " + refused.why();
            return new Answer(
                    why,
                    Map.of("imported", false, "notes", List.of(refused.why().toString())),
                    false);
        }
        WebMushra.Result.Imported imported = (WebMushra.Result.Imported) result;
        Files.writeString(output, imported.document(), StandardOpenOption.CREATE_NEW);
        documents = List.of(output);
        Answer checked = check();
        List<String> lines = new ArrayList<>();
        imported.notes().forEach(note -> lines.add(configuration + ": " + note));
        lines.add(checked.text());
        lines.add(imported.files().size() + " files are to be uploaded with the study");
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("imported", true);
        facts.put("notes", imported.notes().stream().map(Note::toString).toList());
        facts.put("files", imported.files());
        facts.putAll(checked.facts());
        return new Answer(String.join(System.lineSeparator(), lines), facts, checked.good());
    }

    private Answer check() throws IOException {
        List<String> lines = new ArrayList<>();
        List<Map<String, Object>> told = new ArrayList<>();
        int refused = 0;
        for (Path document : documents) {
            StudyDocument.Reading reading = StudyDocument.read(
                    Files.readAllBytes(document), Clock.systemUTC().instant());
            List<Finding> findings = reading instanceof StudyDocument.Reading.Accepted accepted
                    ? accepted.advice()
                    : ((StudyDocument.Reading.Refused) reading).findings();
            boolean grave = reading instanceof StudyDocument.Reading.Refused;
            refused += grave ? 1 : 0;
            for (Finding finding : findings) {
                lines.add(
                        document + ": " + (finding.severity() == Finding.Severity.ADVICE ? "advice: " : "") + finding);
                told.add(facts(document, finding));
            }
            lines.add(document + (grave ? " is refused" : " can be published"));
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("documents", documents.size());
        facts.put("refused", refused);
        facts.put("findings", told);
        return new Answer(String.join(System.lineSeparator(), lines), facts, refused == 0);
    }

    private static Map<String, Object> facts(Path document, Finding finding) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("document", document.toString());
        facts.put("grave", finding.severity() == Finding.Severity.REFUSED);
        facts.put("line", finding.place().line());
        facts.put("column", finding.place().column());
        facts.put("path", finding.path());
        facts.put("what", finding.what());
        facts.put("remedy", finding.remedy());
        return facts;
    }
}
