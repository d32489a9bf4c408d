package org.antiphon.generation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.antiphon.media.DirectMediaReader;
import org.antiphon.media.MediaLimits;
import org.antiphon.media.MediaReader;

/** The reader for files from strangers, with this installation's limits. */
@ApplicationScoped
class MediaBeans {

    @Produces
    @Singleton
    MediaReader reader(GenerationConfig config) {
        GenerationConfig.UploadLimits limits = config.upload();
        return new DirectMediaReader(new MediaLimits(
                limits.maxBytes().asLongValue(),
                limits.maxPixels(),
                limits.maxDuration(),
                limits.maxStreams(),
                limits.timeout()));
    }
}
