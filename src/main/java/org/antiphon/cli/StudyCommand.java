package org.antiphon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antiphon.clip.Progress;
import org.antiphon.study.design.StudyDocument;
import org.antiphon.study.design.document.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at documents of studies, and prints the schema that they follow. */
@Command(
        name = "study",
        description = "Says what is wrong with the document of a study, or prints the JSON Schema of such documents.",
        footer = {
            "",
            "One line for each problem: file, line, column, path, what is wrong, what to do. Exit codes: 0 no document is",
            "refused (there may be advice); 1 one is, or cannot be read; 2 wrong usage.",
            "",
            "Example: java -jar target/quarkus-app/quarkus-run.jar study --check pilot.yaml --check main.yaml",
            "         java -jar target/quarkus-app/quarkus-run.jar study --schema > study.schema.json"
        })
final class StudyCommand extends OfflineCommand {

    @Option(names = "--check", paramLabel = "FILE", description = "A document to look at; may be given several times.")
    private List<Path> documents = List.of();

    @Option(names = "--schema", description = "Print the JSON Schema, for editors that complete and check.")
    private boolean schema;

    @Override
    protected Answer run(Progress progress) throws IOException {
        if (schema == !documents.isEmpty()) {
            throw wrongUsage("give either --check with a file, or --schema");
        }
        return schema ? new Answer(StudyDocument.schema().strip(), Map.of("schema", StudyDocument.schema())) : check();
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
