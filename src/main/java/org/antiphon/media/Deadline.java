package org.antiphon.media;

import java.nio.file.Path;
import java.time.Duration;

/** The moment by which work on a file must be done. */
final class Deadline {

    private final Duration allowed;
    private final long end;

    Deadline(Duration allowed) {
        this.allowed = allowed;
        this.end = System.nanoTime() + allowed.toNanos();
    }

    /** @throws MediaRejected if the time is over */
    void check(Path file) throws MediaRejected {
        if (System.nanoTime() - end > 0) {
            throw exceeded(file, allowed);
        }
    }

    static MediaRejected exceeded(Path file, Duration allowed) {
        return MediaRejected.of(
                RejectionCode.TOO_SLOW,
                file,
                "took longer than " + allowed.toSeconds() + " seconds to decode",
                "Shorten it, make its pictures smaller, or export it in a simpler format.");
    }
}
