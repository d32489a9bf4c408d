package org.antiphon.metric;

/** Eigenvalues and square roots of symmetric matrices, row by row in {@code double[n][n]}, by Jacobi's rotations. */
final class SymmetricMatrix {

    private static final int MOST_SWEEPS = 60;
    private static final double DONE = 1e-22;

    private final double[][] values;
    private final double[][] vectors;

    private SymmetricMatrix(double[][] matrix) {
        int n = matrix.length;
        values = new double[n][];
        vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            values[i] = matrix[i].clone();
            vectors[i][i] = 1;
        }
        double whole = offDiagonal() + diagonal();
        for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal() > DONE * whole; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(p, q);
                }
            }
        }
    }

    /** The eigenvalues, in no order. */
    static double[] eigenvalues(double[][] matrix) {
        SymmetricMatrix solved = new SymmetricMatrix(matrix);
        double[] eigenvalues = new double[matrix.length];
        for (int i = 0; i < eigenvalues.length; i++) {
            eigenvalues[i] = solved.values[i][i];
        }
        return eigenvalues;
    }

    /** The symmetric root of a matrix without negative eigenvalues; those that rounding made negative count as 0. */
    static double[][] squareRoot(double[][] matrix) {
        SymmetricMatrix solved = new SymmetricMatrix(matrix);
        int n = matrix.length;
        double[][] root = new double[n][n];
        for (int k = 0; k < n; k++) {
            double scale = Math.sqrt(Math.max(0, solved.values[k][k]));
            for (int i = 0; i < n; i++) {
                double scaled = scale * solved.vectors[k][i];
                for (int j = 0; j < n; j++) {
                    root[i][j] += scaled * solved.vectors[k][j];
                }
            }
        }
        return root;
    }

    /** The product a·b·a of symmetric matrices. */
    static double[][] between(double[][] a, double[][] b) {
        return product(product(a, b), a);
    }

    private static double[][] product(double[][] a, double[][] b) {
        int n = a.length;
        double[][] out = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                for (int j = 0; j < n; j++) {
                    out[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return out;
    }

    private double offDiagonal() {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i + 1; j < values.length; j++) {
                sum += 2 * values[i][j] * values[i][j];
            }
        }
        return sum;
    }

    private double diagonal() {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i][i] * values[i][i];
        }
        return sum;
    }

    /** Turns the plane of p and q so that their element vanishes; eigenvectors are kept as rows. */
    private void rotate(int p, int q) {
        double element = values[p][q];
        if (element == 0) {
            return;
        }
        double theta = (values[q][q] - values[p][p]) / (2 * element);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        for (double[] row : values) {
            double left = row[p];
            row[p] = cosine * left - sine * row[q];
            row[q] = sine * left + cosine * row[q];
        }
        turnRows(values, p, q, cosine, sine);
        turnRows(vectors, p, q, cosine, sine);
    }

    private static void turnRows(double[][] rows, int p, int q, double cosine, double sine) {
        double[] upper = rows[p];
        double[] lower = rows[q];
        for (int i = 0; i < upper.length; i++) {
            double value = upper[i];
            upper[i] = cosine * value - sine * lower[i];
            lower[i] = sine * value + cosine * lower[i];
        }
    }
}
