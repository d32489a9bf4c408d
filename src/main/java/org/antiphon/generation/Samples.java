package org.antiphon.generation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.Direction;
import org.antiphon.platform.PlatformConfig;

/** The etudes that come with the models, to be tried without a file of one's own. No folder: no samples. */
@ApplicationScoped
class Samples {

    /**
     * One entry of {@code samples.json}. {@code media}, {@code poster} and {@code prior} are files beside it.
     *
     * @param prior the picture that a sound begins with; if absent, the poster
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Sample(
            String id,
            String title,
            String performer,
            String intention,
            String direction,
            String media,
            String prior,
            String poster) {

        /** @throws IllegalArgumentException if a part is missing or a file name is not a plain one */
        Sample {
            Direction.ofLabel(direction);
            if (id == null || !id.matches("[a-z0-9-]{1,60}") || title == null || !plain(media) || !plain(poster)) {
                throw new IllegalArgumentException("sample " + id + " needs id, title, media and poster");
            }
            if (prior != null && !plain(prior)) {
                throw new IllegalArgumentException(
                        "sample " + id + " names \"" + prior + "\", which is no file beside it");
            }
        }

        private static boolean plain(String file) {
            return file != null && file.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*");
        }

        String begin() {
            return prior == null ? poster : prior;
        }
    }

    private final Path folder;
    private final List<Sample> all;

    @Inject
    Samples(PlatformConfig config, ObjectMapper json) {
        this(config.modelsFolder().resolve("samples").toAbsolutePath(), json);
    }

    Samples(Path folder, ObjectMapper json) {
        this.folder = folder;
        this.all = read(folder.resolve("samples.json"), json);
    }

    private static List<Sample> read(Path file, ObjectMapper json) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return List.copyOf(json.readValue(file.toFile(), new TypeReference<List<Sample>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list of samples " + file, e);
        }
    }

    List<Sample> all() {
        return all;
    }

    Optional<Sample> find(String id) {
        return all.stream().filter(sample -> sample.id().equals(id)).findFirst();
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    GivenFile given(Sample sample, String file) {
        String ending = file.substring(Math.max(0, file.lastIndexOf('.')));
        return new GivenFile(file(file), sample.title() + ending);
    }
}
