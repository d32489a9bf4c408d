package org.antiphon.generation;

import java.nio.file.Path;
import java.util.List;

/**
 * What came out of an assignment, still lying in the folder of the attempt.
 *
 * @param confidence 0 to 1
 * @param seconds length of the translation
 * @param modelChecksum checksum over the weights that made it
 */
record Translated(
        List<Product> products, List<Metric> metrics, double confidence, double seconds, String modelChecksum) {

    Translated {
        products = List.copyOf(products);
        metrics = List.copyOf(metrics);
    }

    /** One file that was made. */
    record Product(Role role, Path file, String mediaType) {}
}
