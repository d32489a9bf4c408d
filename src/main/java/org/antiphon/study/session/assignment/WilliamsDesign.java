package org.antiphon.study.session.assignment;

/**
 * Orders of n treatments in which each treatment stands at each position equally often and follows each other one equally
 * often (Williams 1949): n rows for even n, 2n for odd n.
 */
final class WilliamsDesign {

    private WilliamsDesign() {}

    static int rows(int treatments) {
        return treatments % 2 == 0 ? treatments : 2 * treatments;
    }

    /**
     * One order.
     *
     * @param row from 0 to {@code rows(treatments) - 1}
     * @return the treatments, each once, counted from 0
     */
    static int[] order(int treatments, int row) {
        if (row < 0 || row >= rows(treatments)) {
            throw new IllegalArgumentException(treatments + " treatments have no row " + row);
        }
        int[] order = new int[treatments];
        // 0, 1, n-1, 2, n-2, …: neighbours differ by each amount once; the rows are its shifts
        for (int position = 0; position < treatments; position++) {
            int first = position % 2 == 1 ? (position + 1) / 2 : (treatments - position / 2) % treatments;
            order[position] = (first + row) % treatments;
        }
        if (row < treatments) {
            return order;
        }
        // for odd n the differences are not all there; the mirror images have the others
        int[] mirrored = new int[treatments];
        for (int position = 0; position < treatments; position++) {
            mirrored[position] = order[treatments - 1 - position];
        }
        return mirrored;
    }
}
