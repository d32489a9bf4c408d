package org.antiphon.model.tokens;

import java.util.Arrays;

/**
 * How tokens of several codebooks are put into columns (Copet et al. 2023, fig. 1): codebook k stands k columns later than
 * codebook 0, so that a column is said at once and yet each codebook knows those before it of the same time.
 *
 * <p>Of T steps and K codebooks there are T + K columns; the first holds nothing but {@link #pad}, as do cells before a
 * codebook begins and after it has ended: codebook k of step t stands in column t + k + 1.
 *
 * @param codebooks K
 * @param pad the symbol of a cell without a token: one more than the largest token
 */
public record DelayPattern(int codebooks, int pad) {

    /** How many columns so many steps take. */
    public int columns(int steps) {
        return steps + codebooks;
    }

    /** The step whose token of a codebook stands in a column; less than zero or at least T where none does. */
    public int step(int codebook, int column) {
        return column - codebook - 1;
    }

    /**
     * @param tokens {@code [codebook][step]}
     * @return {@code [codebook][column]}
     */
    public int[][] delayed(int[][] tokens) {
        int columns = columns(tokens[0].length);
        int[][] out = new int[codebooks][columns];
        for (int k = 0; k < codebooks; k++) {
            Arrays.fill(out[k], pad);
            System.arraycopy(tokens[k], 0, out[k], k + 1, tokens[k].length);
        }
        return out;
    }

    /** The inverse of {@link #delayed}. */
    public int[][] restored(int[][] columns) {
        int steps = columns[0].length - codebooks;
        int[][] out = new int[codebooks][];
        for (int k = 0; k < codebooks; k++) {
            out[k] = Arrays.copyOfRange(columns[k], k + 1, k + 1 + steps);
        }
        return out;
    }
}
