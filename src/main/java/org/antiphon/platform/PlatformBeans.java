package org.antiphon.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;

/** What the machine gives, as beans, so that everything else can be given something else in a test. */
@ApplicationScoped
class PlatformBeans {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    ArtifactStore artifacts(PlatformConfig config, Clock clock) throws IOException {
        return new FileArtifactStore(config.dataFolder().resolve("artifacts").toAbsolutePath(), clock);
    }
}
