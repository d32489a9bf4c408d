package org.antiphon.metric;

/** Precision (share of found ones that are right), recall (share of true ones that were found), each 0 to 1. */
public record Scores(double precision, double recall) {

    /** One of the three numbers. */
    public enum Part {
        PRECISION("precision"),
        RECALL("recall"),
        F1("F1");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** Scores of {@code matched} pairs among {@code reference} true and {@code estimated} found ones; 0 of none. */
    static Scores of(int matched, int reference, int estimated) {
        return new Scores(
                estimated == 0 ? 0 : (double) matched / estimated, reference == 0 ? 0 : (double) matched / reference);
    }

    /** Harmonic mean of precision and recall; 0 where both are 0. */
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** The number that is asked for. */
    public double get(Part part) {
        return switch (part) {
            case PRECISION -> precision;
            case RECALL -> recall;
            case F1 -> f1();
        };
    }
}
