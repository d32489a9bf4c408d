package org.antiphon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All styles reach every page, so that a name which two pages give to different things makes one look like the other. */
class StylesTest {

    private static final Path STYLES = Path.of("web/app/style");
    private static final String PAGES = "@layer page {";

    /** A rule of its own, right within the layer, whose selector is one class and nothing else. */
    private static final Pattern ALONE = Pattern.compile("(?m)^ {2}(\\.[a-z][\\w-]*)(?: \\{|,)$");

    @Test
    void noClassIsStyledByTwoPages() throws IOException {
        Map<String, Set<String>> files = new TreeMap<>();
        for (Path file : styles()) {
            String style = Files.readString(file);
            Matcher alone = ALONE.matcher(style.contains(PAGES) ? style : "");
            while (alone.find()) {
                files.computeIfAbsent(alone.group(1), name -> new TreeSet<>())
                        .add(file.getFileName().toString());
            }
        }
        assertThat(files).hasSizeGreaterThan(50);
        assertThat(files).allSatisfy((name, where) -> assertThat(where).as(name).hasSize(1));
    }

    private static List<Path> styles() throws IOException {
        try (Stream<Path> all = Files.list(STYLES)) {
            return all.filter(file -> file.toString().endsWith(".css")).sorted().toList();
        }
    }
}
