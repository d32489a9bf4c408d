package org.antiphon.dashboard.statistics;

/** Small symmetric matrices, as many rows as there are parameters. */
final class Symmetric {

    private Symmetric() {}

    /**
     * The inverse, by Gauss-Jordan with pivots from the diagonal.
     *
     * @return null if the matrix is not positive definite to rounding
     */
    static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] left = new double[n][];
        double[][] right = new double[n][n];
        double scale = 0;
        for (int i = 0; i < n; i++) {
            left[i] = matrix[i].clone();
            right[i][i] = 1;
            scale = Math.max(scale, Math.abs(matrix[i][i]));
        }
        for (int column = 0; column < n; column++) {
            double pivot = left[column][column];
            if (!(pivot > 1e-12 * scale)) {
                return null;
            }
            divide(left[column], pivot);
            divide(right[column], pivot);
            for (int row = 0; row < n; row++) {
                if (row != column) {
                    double factor = left[row][column];
                    subtract(left[row], left[column], factor);
                    subtract(right[row], right[column], factor);
                }
            }
        }
        return right;
    }

    static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }

    /** Adds weight times the outer product of a vector with itself. */
    static void addSquare(double[][] matrix, double[] vector, double weight) {
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                matrix[i][j] += weight * vector[i] * vector[j];
            }
        }
    }

    private static void divide(double[] row, double by) {
        for (int i = 0; i < row.length; i++) {
            row[i] /= by;
        }
    }

    private static void subtract(double[] row, double[] other, double factor) {
        for (int i = 0; i < row.length; i++) {
            row[i] -= factor * other[i];
        }
    }
}
