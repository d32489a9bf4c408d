package org.antiphon.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where this installation keeps its things. */
@ConfigMapping(prefix = "antiphon")
public interface PlatformConfig {

    /** Folder of the embedded database and of the artifacts. */
    @WithDefault("data")
    Path dataFolder();

    /** Folder of the shipped models: {@code <family>/<name>/weights.safetensors}. */
    @WithDefault("models")
    Path modelsFolder();

    /** Where others reach this server, such as {@code https://antiphon.example}; links that it makes begin with it. */
    Optional<URI> publicAddress();
}
