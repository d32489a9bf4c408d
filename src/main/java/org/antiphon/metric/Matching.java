package org.antiphon.metric;

import java.util.ArrayDeque;
import java.util.Arrays;

/** Largest one-to-one matching between two sets (Hopcroft and Karp 1973): no pair can be added without taking one away. */
final class Matching {

    private static final int NONE = -1;

    private final int[][] candidates;
    private final int[] partnerOfLeft;
    private final int[] partnerOfRight;
    private final int[] layer;

    private Matching(int[][] candidates, int right) {
        this.candidates = candidates;
        this.partnerOfLeft = new int[candidates.length];
        this.partnerOfRight = new int[right];
        this.layer = new int[candidates.length];
        Arrays.fill(partnerOfLeft, NONE);
        Arrays.fill(partnerOfRight, NONE);
    }

    /**
     * @param candidates for every left element the right elements it may be matched with
     * @param right number of right elements
     * @return size of the largest matching
     */
    static int size(int[][] candidates, int right) {
        Matching matching = new Matching(candidates, right);
        int size = 0;
        while (matching.layers()) {
            for (int left = 0; left < candidates.length; left++) {
                if (matching.partnerOfLeft[left] == NONE && matching.augment(left)) {
                    size++;
                }
            }
        }
        return size;
    }

    private boolean layers() {
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        for (int left = 0; left < candidates.length; left++) {
            layer[left] = partnerOfLeft[left] == NONE ? 0 : NONE;
            if (layer[left] == 0) {
                queue.add(left);
            }
        }
        boolean free = false;
        while (!queue.isEmpty()) {
            int left = queue.poll();
            for (int right : candidates[left]) {
                int next = partnerOfRight[right];
                if (next == NONE) {
                    free = true;
                } else if (layer[next] == NONE) {
                    layer[next] = layer[left] + 1;
                    queue.add(next);
                }
            }
        }
        return free;
    }

    private boolean augment(int left) {
        for (int right : candidates[left]) {
            int next = partnerOfRight[right];
            if (next == NONE || layer[next] == layer[left] + 1 && augment(next)) {
                partnerOfLeft[left] = right;
                partnerOfRight[right] = left;
                return true;
            }
        }
        layer[left] = NONE;
        return false;
    }

    /** Candidate lists from a test of every pair. */
    static int[][] candidates(int left, int right, PairTest test) {
        int[][] lists = new int[left][];
        int[] buffer = new int[right];
        for (int i = 0; i < left; i++) {
            int count = 0;
            for (int j = 0; j < right; j++) {
                if (test.fits(i, j)) {
                    buffer[count++] = j;
                }
            }
            lists[i] = Arrays.copyOf(buffer, count);
        }
        return lists;
    }

    /** Whether two elements may be matched. */
    interface PairTest {
        boolean fits(int left, int right);
    }
}
