package org.antiphon.dataset.solos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the files of Solos may lie below the folder a user names. */
final class SolosFiles {

    private static final List<String> FOLDERS = List.of(
            ".",
            "json_files",
            "skeleton_files",
            "Solos",
            "Solos/json_files",
            "Solos/skeleton_files",
            "Solos/Solos",
            "Solos/Solos/json_files",
            "Solos/Solos/skeleton_files");
    private static final List<String> VIDEOS = List.of("videos", "Solos/videos", "Solos/Solos/videos", ".");

    private final Path root;

    SolosFiles(Path root) {
        this.root = root;
    }

    /** Whether there is one of the files that say which videos there are. */
    boolean indexed() {
        return ids().isPresent() || timestamps().isPresent();
    }

    Optional<Path> ids() {
        return find("solos_ids.json");
    }

    Optional<Path> timestamps() {
        return find("solos_timestamps.json");
    }

    Optional<Path> rows() {
        return find("skeleton_dict.json");
    }

    /** The array of skeletons: skeleton.npy, else the one file whose name begins and ends like that. */
    Optional<Path> skeletons() throws IOException {
        Optional<Path> exact = find("skeleton.npy");
        for (int i = 0; exact.isEmpty() && i < FOLDERS.size(); i++) {
            Path folder = root.resolve(FOLDERS.get(i)).normalize();
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    List<Path> similar = files.filter(
                                    file -> file.getFileName().toString().matches("skeleton.*\\.npy"))
                            .toList();
                    exact = similar.size() == 1 ? Optional.of(similar.get(0)) : Optional.empty();
                }
            }
        }
        return exact;
    }

    /** The folder that holds a folder for each instrument. */
    Path videos() {
        return VIDEOS.stream()
                .map(name -> root.resolve(name).normalize())
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(root);
    }

    private Optional<Path> find(String name) {
        return FOLDERS.stream()
                .map(folder -> root.resolve(folder).resolve(name).normalize())
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
