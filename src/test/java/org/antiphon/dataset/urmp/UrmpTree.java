package org.antiphon.dataset.urmp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes pieces laid out like URMP, with empty media files. */
final class UrmpTree {

    private final Path folder;

    UrmpTree(Path folder) {
        this.folder = folder;
    }

    /** A piece whose files name the instruments that its folder names. */
    Path piece(String name) throws IOException {
        String[] parts = name.split("_");
        return piece(name, java.util.Arrays.copyOfRange(parts, 2, parts.length));
    }

    /** A piece whose files name these instruments, whatever its folder says. */
    Path piece(String name, String... said) throws IOException {
        Path path = Files.createDirectories(folder.resolve(name));
        Files.createFile(path.resolve("AuMix_" + name + ".wav"));
        Files.createFile(path.resolve("Vid_" + name + ".mp4"));
        Files.createFile(path.resolve("Sco_" + name + ".mid"));
        Files.createFile(path.resolve("Sco_" + name + ".pdf"));
        String title = name.split("_")[0] + "_" + name.split("_")[1];
        for (int i = 0; i < said.length; i++) {
            String end = (i + 1) + "_" + said[i] + "_" + title;
            Files.createFile(path.resolve("AuSep_" + end + ".wav"));
            String notes =
                    (i + 1) + ".5\t440\t0.25\n" + (60 + Integer.parseInt(title.substring(0, 2))) + ".0\t220\t0.1\n";
            Files.writeString(path.resolve("Notes_" + end + ".txt"), notes);
            Files.writeString(path.resolve("F0s_" + end + ".txt"), "0.023\t0\n0.033\t440\n0.043\t442\n");
        }
        return path;
    }
}
