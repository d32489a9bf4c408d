package org.antiphon.generation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.antiphon.media.IsolatedMediaReader;
import org.antiphon.media.MediaLimits;

/** The reader for files from strangers, with this installation's limits. */
@ApplicationScoped
class MediaBeans {

    @Produces
    @Singleton
    IsolatedMediaReader reader(GenerationConfig config) {
        GenerationConfig.UploadLimits limits = config.upload();
        return new IsolatedMediaReader(
                new MediaLimits(
                        limits.maxBytes().asLongValue(),
                        limits.maxPixels(),
                        limits.maxDuration(),
                        limits.maxStreams(),
                        limits.timeout()),
                // two visitors may be looked at while every worker reads
                2 + config.worker().threads());
    }

    void close(@Disposes IsolatedMediaReader reader) {
        reader.close();
    }
}
