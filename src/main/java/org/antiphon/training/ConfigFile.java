package org.antiphon.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.antiphon.model.ModelFolder;

/** The sizes of a model beside its weights. */
public final class ConfigFile {

    private ConfigFile() {}

    /** @param config the family's record */
    public static void write(Path folder, Object config) throws IOException {
        Files.write(
                folder.resolve(ModelFolder.CONFIG),
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(config));
    }
}
