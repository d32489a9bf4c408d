package org.antiphon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.antiphon.metric.MetricCard;
import org.antiphon.metric.Metrics;
import org.junit.jupiter.api.Test;

/** What the README lists is what there is. */
class ReadmeTest {

    private static final Path PROPERTIES = Path.of("src/main/resources/application.properties");
    private static final Pattern SETTING_ROW = Pattern.compile("\\| (`antiphon[^|]+) \\| ([^|]*) \\|[^|]*\\|");

    @Test
    void listsEveryCommandWithAnExampleThatParses() throws IOException {
        String readme = readme();
        for (String command : Antiphon.commandLine().getSubcommands().keySet()) {
            Matcher row = Pattern.compile("\\| `" + command + "`.*\\| `(" + command + "[^`]*)` \\|")
                    .matcher(readme);
            assertThat(row.find()).as("row of " + command).isTrue();
            Antiphon.commandLine().parseArgs(row.group(1).split(" "));
        }
    }

    @Test
    void listsNoCommandThatDoesNotExist() throws IOException {
        Matcher rows =
                Pattern.compile("(?m)^\\| `([a-z]+)`[^|]*\\|[^|]*\\| `\\1[ `]").matcher(readme());
        while (rows.find()) {
            assertThat(Antiphon.commandLine().getSubcommands()).containsKey(rows.group(1));
        }
    }

    @Test
    void listsEverySettingWithItsDefault() throws IOException {
        Set<String> documented = new TreeSet<>();
        Matcher row = SETTING_ROW.matcher(readme());
        while (row.find()) {
            List<String> keys =
                    Arrays.stream(row.group(1).replace("`", "").split(", ")).toList();
            List<String> defaults =
                    Arrays.stream(row.group(2).replace("`", "").split(", ")).toList();
            assertThat(defaults).as("defaults of " + keys).hasSameSizeAs(keys);
            String prefix = keys.get(0).substring(0, keys.get(0).lastIndexOf('.'));
            for (int i = 0; i < keys.size(); i++) {
                String key = keys.get(i).startsWith(".") ? prefix + keys.get(i) : keys.get(i);
                documented.add(key + "=" + defaults.get(i));
            }
        }
        documented.removeAll(
                Set.of("antiphon.data-folder=data", "antiphon.models-folder=models", "antiphon.public-address=–"));
        assertThat(documented).containsExactlyInAnyOrderElementsOf(settings());
    }

    @Test
    void listsEveryMetric() throws IOException {
        String readme = readme();
        String table = readme.substring(readme.indexOf("## Metrics"), readme.indexOf("## How it is built"));
        for (MetricCard card : Metrics.cards()) {
            String name = card.name().matches("note-.*-offset") ? "-offset" : card.name();
            assertThat(table).contains('`' + name + '`');
        }
    }

    @Test
    void linksToFilesThatExist() throws IOException {
        Matcher link = Pattern.compile("\\]\\(([^)#h][^)]*)\\)").matcher(readme());
        while (link.find()) {
            assertThat(Path.of(link.group(1))).exists();
        }
    }

    private static Set<String> settings() throws IOException {
        return Files.readAllLines(PROPERTIES).stream()
                .filter(line -> line.startsWith("antiphon."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
