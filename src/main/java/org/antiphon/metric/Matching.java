package org.antiphon.metric;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Largest one-to-one matching between two sets (Hopcroft and Karp 1973): no matching has more pairs. The search keeps its
 * path on the heap, so that a list of any length can be matched.
 */
final class Matching {

    private static final int NONE = -1;

    private final int[][] candidates;
    private final int[] partnerOfLeft;
    private final int[] partnerOfRight;
    private final int[] layer;
    private final int[] cursor;
    private final int[] path;

    private Matching(int[][] candidates, int right) {
        this.candidates = candidates;
        this.partnerOfLeft = new int[candidates.length];
        this.partnerOfRight = new int[right];
        this.layer = new int[candidates.length];
        this.cursor = new int[candidates.length];
        this.path = new int[candidates.length];
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
            Arrays.fill(matching.cursor, 0);
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

    /** Follows layers from {@code root} to a free right element and swaps the pairs on the way. */
    private boolean augment(int root) {
        int depth = 0;
        path[0] = root;
        while (depth >= 0) {
            int left = path[depth];
            if (cursor[left] == candidates[left].length) {
                layer[left] = NONE;
                depth--;
                if (depth >= 0) {
                    cursor[path[depth]]++;
                }
                continue;
            }
            int next = partnerOfRight[candidates[left][cursor[left]]];
            if (next == NONE) {
                swap(depth);
                return true;
            } else if (layer[next] == layer[left] + 1) {
                path[++depth] = next;
            } else {
                cursor[left]++;
            }
        }
        return false;
    }

    private void swap(int depth) {
        for (int i = depth; i >= 0; i--) {
            int right = candidates[path[i]][cursor[path[i]]];
            partnerOfLeft[path[i]] = right;
            partnerOfRight[right] = path[i];
        }
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
