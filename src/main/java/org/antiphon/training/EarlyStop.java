package org.antiphon.training;

import java.util.Map;

/**
 * When a run has learned what it will: a held-out measure has not got better for some validations. What is published then
 * are the weights at its best (Prechelt 1998, criterion UP).
 *
 * @param watch name of the measure, as validations print it
 * @param best {@code least} where less is better, {@code most} where more is
 * @param patience validations without a new best after which the run ends
 */
public record EarlyStop(String watch, String best, int patience) {

    /** @throws IllegalArgumentException naming the field that is missing or out of range */
    public EarlyStop {
        if (watch == null || watch.isBlank()) {
            throw new IllegalArgumentException("a recipe's stop needs watch, the name of a held-out measure");
        }
        if (!"least".equals(best) && !"most".equals(best)) {
            throw new IllegalArgumentException("a recipe's stop.best must be least or most, was " + best);
        }
        if (patience < 1) {
            throw new IllegalArgumentException("a recipe's stop.patience must be positive, was " + patience);
        }
    }

    /**
     * How far the waiting has come.
     *
     * @param value the best so far, null before the first validation
     * @param waited validations since then
     */
    record Standing(Double value, int waited) {

        static final Standing BEGIN = new Standing(null, 0);

        boolean isBest() {
            return value != null && waited == 0;
        }
    }

    /** @throws IllegalArgumentException naming the measures that there are, if the watched one is not among them */
    Standing after(Standing before, Map<String, Double> validation) {
        Double now = validation.get(watch);
        if (now == null) {
            throw new IllegalArgumentException(
                    "the recipe's stop watches " + watch + "; validations measure " + validation.keySet());
        }
        boolean better = Double.isFinite(now)
                && (before.value() == null || (best.equals("least") ? now < before.value() : now > before.value()));
        return better ? new Standing(now, 0) : new Standing(before.value(), before.waited() + 1);
    }

    boolean ends(Standing standing) {
        return standing.waited() >= patience;
    }
}
