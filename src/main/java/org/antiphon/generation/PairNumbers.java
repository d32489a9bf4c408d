package org.antiphon.generation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.antiphon.media.MediaRejected;

/** Numbers about any two files of which one is the truth, for other packages. Safe for use by several threads. */
@ApplicationScoped
public class PairNumbers {

    private final Comparison comparison;

    @Inject
    PairNumbers(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Names the metrics, each in its version: what was measured by another set is to be measured anew. */
    public String fingerprint() {
        return MetricSet.FINGERPRINT;
    }

    /**
     * Measures sounds against each other, and pictures where both files have some.
     *
     * @return every number, or the reason why there is none
     * @throws IllegalArgumentException if a file cannot be read, saying why
     */
    public List<Metric> of(Path reference, Path candidate) {
        try {
            return comparison.pair(reference, candidate);
        } catch (MediaRejected e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
