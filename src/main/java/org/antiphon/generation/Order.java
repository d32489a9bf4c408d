package org.antiphon.generation;

import java.util.Optional;
import org.antiphon.clip.Direction;
import org.antiphon.clip.Seed;

/** What is to be translated, all of it checked and stored; it holds rows, so it never leaves a use case. */
final class Order {

    final Direction direction;
    final UploadRow media;
    final Optional<UploadRow> prior;
    final Optional<Seed> seed;
    final String model;

    /** Id of the sample that is translated, or null. */
    final String sample;

    /** Id of the translation that is translated back, or null. */
    final String origin;

    Order(
            Direction direction,
            UploadRow media,
            Optional<UploadRow> prior,
            Optional<Seed> seed,
            String model,
            String sample,
            String origin) {
        this.direction = direction;
        this.media = media;
        this.prior = prior;
        this.seed = seed;
        this.model = model;
        this.sample = sample;
        this.origin = origin;
    }
}
