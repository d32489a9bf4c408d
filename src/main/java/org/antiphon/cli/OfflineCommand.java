package org.antiphon.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.antiphon.clip.Progress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A command that needs neither server nor database: it runs in this process, shows how far it is on standard error and
 * prints one {@link Answer} on standard output. Failures are thrown and told by {@link FailureLine}.
 */
abstract class OfflineCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print the result as one line of JSON, and no progress.")
    private boolean json;

    @Option(names = "--verbose", description = "Show log messages, and the stack trace of a failure.")
    private boolean verbose;

    @SuppressWarnings("unused") // picocli looks at it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    /** Does the work. Wrong options are refused with {@link #wrongUsage}, failures thrown. */
    protected abstract Answer run(Progress progress) throws Exception;

    /** A refusal that ends with exit code 2: the options do not make sense together. */
    protected final ParameterException wrongUsage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    @Override
    public final Integer call() throws Exception {
        OfflineLog.start(verbose);
        Answer answer;
        try (ProgressBar progress = json ? ProgressBar.silent() : ProgressBar.onStandardError()) {
            answer = run(progress);
        } catch (OutOfMemoryError e) {
            throw new CommandFailed(FailureLine.of(e), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? answer.json() : answer.text());
        out.flush();
        return answer.good() ? Antiphon.DONE : Antiphon.FAILED;
    }
}
