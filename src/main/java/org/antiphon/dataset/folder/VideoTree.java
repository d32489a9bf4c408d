package org.antiphon.dataset.folder;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The video files of a tree, in the order of their names. Links are followed; what begins with a dot is passed over.
 *
 * @param root the folder itself
 * @param videos relative to it
 * @param findings what could not be looked into, one sentence each
 */
record VideoTree(Path root, List<Path> videos, List<String> findings) {

    /** The endings that are taken for videos. */
    static final Set<String> KINDS = new java.util.TreeSet<>(Set.of("mp4", "m4v", "mov", "mkv", "webm", "avi"));

    private static final Set<String> OTHER_KINDS =
            Set.of("wmv", "flv", "mpg", "mpeg", "ts", "mts", "m2ts", "3gp", "ogv");

    static VideoTree of(Path folder) throws IOException {
        return walk(folder, Integer.MAX_VALUE);
    }

    static boolean hasVideo(Path folder) throws IOException {
        return !walk(folder, 1).videos().isEmpty();
    }

    private static VideoTree walk(Path root, int enough) throws IOException {
        List<Path> videos = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        Files.walkFileTree(
                root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) {
                        return hidden(folder) && !folder.equals(root)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                        String ending = ending(file);
                        if (!hidden(file) && KINDS.contains(ending)) {
                            videos.add(root.relativize(file));
                        } else if (!hidden(file) && OTHER_KINDS.contains(ending)) {
                            findings.add(root.relativize(file) + ": left out, " + ending
                                    + " is not read; export it as mp4, mkv or webm");
                        }
                        return videos.size() >= enough ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException cause) {
                        findings.add(root.relativize(file) + ": cannot be looked into ("
                                + cause.getClass().getSimpleName() + ")");
                        return FileVisitResult.CONTINUE;
                    }
                });
        videos.sort(Comparator.comparing(path -> path.toString().replace('\\', '/')));
        return new VideoTree(
                root, List.copyOf(videos), findings.stream().sorted().toList());
    }

    private static boolean hidden(Path file) {
        return file.getFileName() != null && file.getFileName().toString().startsWith(".");
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
