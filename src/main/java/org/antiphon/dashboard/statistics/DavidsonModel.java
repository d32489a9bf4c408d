package org.antiphon.dashboard.statistics;

import java.util.Arrays;

/**
 * The likelihood of preferences with ties (Davidson 1970, equation 2.3).
 *
 * <p>With strengths exp(s) and a tie parameter exp(u), the outcomes of a comparison of i and j have the weights exp(s_i),
 * exp(s_j) and exp(u + (s_i + s_j) / 2): log-linear, so that score and information are means and covariances of what each
 * outcome counts, and Newton's method climbs one hill. Parameters are the strengths, then u if there are ties. A constant
 * added to all strengths changes nothing; information gets the missing direction added, which keeps their sum at 0.
 *
 * @param conditions how many strengths
 * @param ties whether there is a tie parameter
 */
record DavidsonModel(int conditions, boolean ties) {

    private static final int MOST_STEPS = 100;

    int parameters() {
        return conditions + (ties ? 1 : 0);
    }

    /** Probabilities that the first is preferred, the second is, and neither. */
    double[] probabilities(double[] at, int first, int second) {
        double half = (at[first] - at[second]) / 2;
        double a = Math.exp(half);
        double b = Math.exp(-half);
        double c = ties ? Math.exp(at[conditions]) : 0;
        double sum = a + b + c;
        return new double[] {a / sum, b / sum, c / sum};
    }

    /**
     * Adds what weighted outcomes of one pair say.
     *
     * @param seen weights of: first preferred, second preferred, neither
     */
    void add(double[] at, int first, int second, double[] seen, double[] score, double[][] information) {
        double[] p = probabilities(at, first, second);
        double weight = seen[0] + seen[1] + seen[2];
        // what the three outcomes count, by first, second and tie: (1, 0, 0), (0, 1, 0), (1/2, 1/2, 1)
        int[] place = ties ? new int[] {first, second, conditions} : new int[] {first, second};
        double[][] counted = {{1, 0, 0}, {0, 1, 0}, {0.5, 0.5, 1}};
        double[] mean = new double[place.length];
        for (int o = 0; o < 3; o++) {
            for (int i = 0; i < place.length; i++) {
                mean[i] += p[o] * counted[o][i];
                score[place[i]] += seen[o] * counted[o][i];
            }
        }
        for (int i = 0; i < place.length; i++) {
            score[place[i]] -= weight * mean[i];
            for (int j = 0; j < place.length; j++) {
                double covariance = -mean[i] * mean[j];
                for (int o = 0; o < 3; o++) {
                    covariance += p[o] * counted[o][i] * counted[o][j];
                }
                information[place[i]][place[j]] += weight * covariance;
            }
        }
    }

    /** Adds the direction of equal strengths, which the information lacks. */
    double[][] grounded(double[][] information) {
        double[][] grounded = new double[information.length][];
        for (int i = 0; i < grounded.length; i++) {
            grounded[i] = information[i].clone();
            for (int j = 0; j < conditions && i < conditions; j++) {
                grounded[i][j] += 1;
            }
        }
        return grounded;
    }

    /**
     * The parameters of the greatest likelihood.
     *
     * @param wins weight with which row was preferred to column
     * @param even weight with which neither was, symmetric
     * @return null if they have no end
     */
    double[] fit(double[][] wins, double[][] even) {
        double[] at = new double[parameters()];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] score = new double[parameters()];
            double[][] information = new double[parameters()][parameters()];
            for (int i = 0; i < conditions; i++) {
                for (int j = i + 1; j < conditions; j++) {
                    add(at, i, j, new double[] {wins[i][j], wins[j][i], even[i][j]}, score, information);
                }
            }
            double[][] inverse = Symmetric.inverse(grounded(information));
            if (inverse == null) {
                return null;
            }
            double[] move = Symmetric.times(inverse, score);
            double longest = Arrays.stream(move).map(Math::abs).max().orElseThrow();
            for (int i = 0; i < at.length; i++) {
                at[i] += move[i] / Math.max(1, longest);
            }
            if (longest < 1e-10) {
                return at;
            }
        }
        return null;
    }
}
