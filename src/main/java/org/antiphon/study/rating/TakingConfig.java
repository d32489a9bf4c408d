package org.antiphon.study.rating;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** What participants may ask for; the reason for each value stands beside it in application.properties. */
@ConfigMapping(prefix = "antiphon.taking")
interface TakingConfig {

    int beginsPerHour();

    int answersPerMinute();

    int withdrawalsPerHour();

    MemorySize maxBody();

    int atOnce();

    Duration patience();
}
