package org.antiphon.study.rating;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;

/** What participants may ask for; the reason for each value stands beside it in application.properties. */
@ConfigMapping(prefix = "antiphon.taking")
interface TakingConfig {

    int beginsPerHour();

    int answersPerMinute();

    int withdrawalsPerHour();

    MemorySize maxBody();
}
