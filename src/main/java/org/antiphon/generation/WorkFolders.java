package org.antiphon.generation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.antiphon.platform.PlatformConfig;
import org.jboss.logging.Logger;

/** Where attempts keep files while they work: a folder each, which goes with the attempt or, if that was killed, later. */
@ApplicationScoped
class WorkFolders {

    private static final Logger LOG = Logger.getLogger(WorkFolders.class);
    private static final Pattern NAME = Pattern.compile("([a-z2-7]{26})-(\\d{1,6})");

    private final Path root;

    @Inject
    WorkFolders(PlatformConfig config) {
        root = config.dataFolder().resolve("work").toAbsolutePath();
    }

    /** The folder of an attempt, which may not exist yet. */
    Path of(String translation, int attempt) {
        return root.resolve(translation + "-" + attempt);
    }

    /**
     * Removes what attempts left behind whose process was killed.
     *
     * @param limit folders that were touched later are left alone
     * @param running whether this attempt of this translation is still at work, here or in another process
     */
    void sweep(Instant limit, BiPredicate<String, Integer> running) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        List<Path> folders;
        try (Stream<Path> all = Files.list(root)) {
            folders = all.toList();
        }
        for (Path folder : folders) {
            Matcher name = NAME.matcher(folder.getFileName().toString());
            if (name.matches()
                    && touchedBefore(folder, limit)
                    && !running.test(name.group(1), Integer.valueOf(name.group(2)))) {
                LOG.infof("removing %s, which an attempt that was killed left behind", folder);
                erase(folder);
            }
        }
    }

    private static boolean touchedBefore(Path folder, Instant limit) throws IOException {
        try {
            return Files.getLastModifiedTime(folder).toInstant().isBefore(limit);
        } catch (NoSuchFileException goneMeanwhile) {
            return false;
        }
    }

    /** Removes the folder with everything in it; what cannot be removed is only worth a warning. */
    static void erase(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warnf(e, "cannot remove the working folder %s; it can be deleted by hand", folder);
        }
    }
}
