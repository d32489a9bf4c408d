package org.antiphon.platform;

import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while the folder of artifacts can be written to. */
@Readiness
class StorageCheck implements HealthCheck {

    private final PlatformConfig config;

    @Inject
    StorageCheck(PlatformConfig config) {
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        Path folder = config.dataFolder().toAbsolutePath();
        return HealthCheckResponse.named("artifact storage")
                .status(Files.isWritable(folder))
                .withData("folder", folder.toString())
                .build();
    }
}
