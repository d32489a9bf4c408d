package org.antiphon.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root of all commands: it only lists them. A new command is one more name in {@code subcommands}. */
@Command(
        name = "antiphon",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Translates musical performances between sight and sound.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Without a command the server starts on port 8080.",
            "",
            "Example: java -jar target/quarkus-app/quarkus-run.jar serve",
            "Each command explains itself: COMMAND --help"
        },
        subcommands = {
            ServeCommand.class,
            WorkCommand.class,
            TranslateCommand.class,
            FeaturesCommand.class,
            BenchmarkCommand.class,
            EtudesCommand.class,
            CorpusCommand.class,
            PrepareCommand.class,
            TrainCommand.class,
            CompareCommand.class,
            EvaluateCommand.class,
            MeasureCommand.class,
            StudyCommand.class,
            ExportCommand.class,
            MigrateCommand.class,
        })
final class Antiphon implements Callable<Integer> {

    /** Exit codes, the same for every command. */
    static final int DONE = 0;

    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    @Spec
    CommandSpec spec;

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Antiphon());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpLongOptionsMaxWidth(32);
        line.setUsageHelpWidth(110);
        line.setParameterExceptionHandler(Antiphon::refuse);
        line.setExecutionExceptionHandler(new FailureLine());
        return line;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "No command given");
    }

    /** One line: what is wrong, what may have been meant, where to read more. */
    private static int refuse(ParameterException refused, String[] args) {
        CommandLine at = refused.getCommandLine();
        PrintWriter err = at.getErr();
        String what = refused instanceof UnmatchedArgumentException unmatched
                ? "unknown argument " + String.join(" ", unmatched.getUnmatched())
                : FailureLine.oneLine(refused.getMessage());
        err.println("Error: " + what + "; see " + at.getCommandSpec().qualifiedName() + " --help");
        UnmatchedArgumentException.printSuggestions(refused, err);
        err.flush();
        return WRONG_USAGE;
    }
}
