package org.antiphon.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for a corpus in the folders below one: archives and repositories unpack into folders of folders. */
public final class Below {

    private static final int DEEPEST = 3;

    private Below() {}

    /** Whether a folder is what is looked for. */
    @FunctionalInterface
    public interface Test {
        boolean fits(Path folder) throws IOException;
    }

    /**
     * The folder itself if it fits, else the one nearest below it, at most three folders deep. Of several that are equally
     * near one named Dataset is taken, as URMP's archive has it.
     *
     * @throws IOException naming the folders if several are equally near, or the folder that cannot be listed
     */
    public static Optional<Path> find(Path folder, Test test) throws IOException {
        List<Path> level = List.of(folder);
        for (int depth = 0; depth <= DEEPEST; depth++) {
            List<Path> fitting = new ArrayList<>();
            for (Path at : level) {
                if (test.fits(at)) {
                    fitting.add(at);
                }
            }
            if (!fitting.isEmpty()) {
                return Optional.of(one(folder, fitting));
            }
            level = depth == DEEPEST ? List.of() : inside(level);
        }
        return Optional.empty();
    }

    private static Path one(Path folder, List<Path> fitting) throws IOException {
        List<Path> named = fitting.size() == 1
                ? fitting
                : fitting.stream()
                        .filter(at -> at.getFileName().toString().equalsIgnoreCase("dataset"))
                        .toList();
        if (named.size() == 1) {
            return named.get(0);
        }
        throw new IOException(folder + ": holds several corpora ("
                + fitting.stream().map(Path::toString).collect(Collectors.joining(", ")) + "); name one of them");
    }

    /** The folders in those, without hidden ones and what macOS adds to archives. */
    private static List<Path> inside(List<Path> level) throws IOException {
        List<Path> inside = new ArrayList<>();
        for (Path at : level) {
            try (Stream<Path> listing = Files.list(at)) {
                listing.filter(Files::isDirectory)
                        .filter(Files::isReadable)
                        .filter(Below::ordinary)
                        .sorted()
                        .forEach(inside::add);
            }
        }
        return inside;
    }

    private static boolean ordinary(Path folder) {
        String name = folder.getFileName().toString();
        return !name.startsWith(".") && !name.equals("__MACOSX");
    }
}
