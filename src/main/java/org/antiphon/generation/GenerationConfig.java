package org.antiphon.generation;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import org.antiphon.translation.Synthesis;

/** The limits and sizes of translating; the reason for each value stands beside it in application.properties. */
@ConfigMapping(prefix = "antiphon")
interface GenerationConfig {

    UploadLimits upload();

    Visitors visitors();

    Queue queue();

    Worker worker();

    Translation translation();

    Retention retention();

    /** What a file from a visitor may be at most. */
    interface UploadLimits {
        Duration maxDuration();

        MemorySize maxBytes();

        long maxPixels();

        int maxStreams();

        Duration timeout();
    }

    /** What one visitor may ask for. */
    interface Visitors {
        int translationsPerHour();

        int waitingAtOnce();
    }

    /** What all visitors together may leave waiting. */
    interface Queue {
        int maxWaiting();
    }

    /** How this process works on the queue. */
    interface Worker {
        int threads();

        Duration pollInterval();

        Duration heartbeat();

        int missedHeartbeats();

        int maxAttempts();

        Duration retryDelay();

        Duration stopPatience();

        Duration progressInterval();

        Duration measureInterval();
    }

    /** How a translation is made. */
    interface Translation {
        int steps();

        /** The way from performance to sound. */
        Synthesis synthesis();

        int pictureSide();

        MemorySize pictureMemory();
    }

    /** How long things are kept. */
    interface Retention {
        Duration translations();

        Duration sweepInterval();

        Duration grace();
    }
}
