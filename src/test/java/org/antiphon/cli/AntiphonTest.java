package org.antiphon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.antiphon.clip.Progress;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class AntiphonTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyCommandExplainsItselfWithAnExample() {
        for (Map.Entry<String, CommandLine> entry :
                Antiphon.commandLine().getSubcommands().entrySet()) {
            int exit = execute(Antiphon.commandLine(), entry.getKey(), "--help");
            assertThat(exit).as(entry.getKey()).isZero();
            String footer = String.join(
                    "\n", entry.getValue().getCommandSpec().usageMessage().footer());
            assertThat(footer).as("help of " + entry.getKey()).contains("java ").contains(" " + entry.getKey());
            assertThat(entry.getValue().getCommandSpec().usageMessage().description())
                    .as("description of " + entry.getKey())
                    .isNotEmpty();
        }
    }

    @Test
    void everyOptionIsDescribed() {
        Antiphon.commandLine().getSubcommands().forEach((name, command) -> command.getCommandSpec()
                .options()
                .forEach(option -> assertThat(option.description())
                        .as(name + " " + option.longestName())
                        .isNotEmpty()));
    }

    @Test
    void refusesAnUnknownCommandInOneLineAndExitsWithTwo() {
        assertThat(execute(Antiphon.commandLine(), "serv")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("Error: ")
                .contains("unknown argument serv;")
                .contains("serve")
                .contains("--help");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesAnUnknownOptionAndNamesTheCommandsHelp() {
        assertThat(execute(Antiphon.commandLine(), "serve", "--prot", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("--prot").contains("antiphon serve --help");
    }

    @Test
    void printsTheVersion() {
        assertThat(execute(Antiphon.commandLine(), "--version")).isZero();
        assertThat(out.toString()).startsWith("antiphon ");
    }

    @Test
    void answersAsTextOrAsJson() {
        assertThat(execute(probe(), "probe")).isZero();
        assertThat(out.toString()).isEqualToNormalizingNewlines("counted to 3\n");
        assertThat(execute(probe(), "probe", "--json")).isZero();
        assertThat(out.toString()).isEqualToNormalizingNewlines("counted to 3\n{\"count\":3}\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void tellsAFailureInOneLineAndExitsWithOne() {
        assertThat(execute(probe(), "probe", "--fail", "the file a.mp4\nis empty; record it again"))
                .isEqualTo(1);
        assertThat(err.toString()).isEqualToNormalizingNewlines("Error: the file a.mp4 is empty; record it again\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void showsTheStackTraceOfAFailureWhenAsked() {
        assertThat(execute(probe(), "probe", "--verbose", "--fail", "broken")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("Error: broken")
                .contains("CommandFailed")
                .contains("\tat ");
    }

    @Test
    void tellsWrongUsageFoundByTheCommandItself() {
        assertThat(execute(probe(), "probe", "--contradict")).isEqualTo(2);
        assertThat(err.toString()).contains("--prior goes with a sound").contains("--help");
    }

    private CommandLine probe() {
        return Antiphon.commandLine().addSubcommand(new Probe());
    }

    private int execute(CommandLine line, String... args) {
        err.getBuffer().setLength(0);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    @Command(name = "probe", description = "Stands for any offline command.")
    static final class Probe extends OfflineCommand {

        @Option(names = "--fail")
        private String fail;

        @Option(names = "--contradict")
        private boolean contradict;

        @Override
        protected Answer run(Progress progress) {
            if (contradict) {
                throw wrongUsage("--prior goes with a sound");
            }
            if (fail != null) {
                throw new CommandFailed(fail);
            }
            return new Answer("counted to 3", Map.of("count", 3));
        }
    }
}
