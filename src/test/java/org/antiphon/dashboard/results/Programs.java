package org.antiphon.dashboard.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs the programs that figures hand out. {@code -Dpython=…} names a Python with numpy and scipy, {@code -Drscript=…} an R.
 *
 * @param ending of the programs in this language
 * @param run the command that runs all programs in the folder of a file; each prints into a file beside it
 */
record Programs(String ending, List<String> run, List<String> tried) {

    private static final String PYTHON = System.getProperty("python", "python3");
    private static final String R = System.getProperty("rscript", "Rscript");

    /** In one process, so that scipy is loaded once. */
    private static final String ALL_PYTHON = """
            import contextlib, io, pathlib, sys
            data = sys.argv[1]
            for script in sorted(pathlib.Path(data).parent.glob("*.py")):
                sys.argv = [str(script), data]
                printed = io.StringIO()
                with contextlib.redirect_stdout(printed):
                    exec(compile(script.read_text(encoding="utf-8"), str(script), "exec"), {"__name__": "__main__"})
                pathlib.Path(str(script) + ".txt").write_text(printed.getvalue(), encoding="utf-8")
            """;

    private static final String ALL_R = """
            options(warn = 1)
            for (script in list.files(dirname(commandArgs(trailingOnly = TRUE)[1]), "[.]R$", full.names = TRUE)) {
              message(script)
              sink(paste0(script, ".txt"))
              source(script, local = new.env(), encoding = "UTF-8")
              sink()
            }
            """;

    static final List<Programs> ALL = List.of(
            new Programs("py", List.of(PYTHON, "-c", ALL_PYTHON), List.of(PYTHON, "-c", "import numpy, scipy")),
            new Programs("R", List.of(R, "-e", ALL_R), List.of(R, "-e", "1")));

    /** Those that can be run here; perhaps none. */
    static List<Programs> runnable() {
        return ALL.stream().filter(Programs::there).toList();
    }

    private boolean there() {
        return works(tried);
    }

    /** Runs a program of our own on a folder, if Python has that module; what it printed, or empty if it has not. */
    static Optional<String> python(String module, Path program, Path folder) throws Exception {
        return works(List.of(PYTHON, "-c", "import " + module))
                ? Optional.of(printed(List.of(PYTHON, program.toString(), folder.toString())))
                : Optional.empty();
    }

    private static boolean works(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void run(Path data) throws Exception {
        List<String> command = new ArrayList<>(run);
        command.add(data.toString());
        printed(command);
    }

    private static String printed(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
