package org.antiphon.dashboard.statistics;

/** Whether strengths can be told from who was preferred to whom (Ford 1957). */
enum Connection {
    /** From each condition one gets to each other along preferences: strengths are finite. */
    STRONG,
    /** Some conditions were never preferred to some others: their distance has no end. */
    SEPARATED,
    /** Some conditions were never compared with others, not even by way of third ones. */
    APART;

    static Connection of(long[][] wins, long[][] ties) {
        int n = wins.length;
        boolean[][] over = new boolean[n][n];
        boolean[][] met = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                over[i][j] = i == j || wins[i][j] + ties[i][j] > 0;
                met[i][j] = i == j || wins[i][j] + wins[j][i] + ties[i][j] > 0;
            }
        }
        return !reachesAll(met) ? APART : reachesAll(over) ? STRONG : SEPARATED;
    }

    private static boolean reachesAll(boolean[][] steps) {
        int n = steps.length;
        boolean[][] reach = new boolean[n][];
        for (int i = 0; i < n; i++) {
            reach[i] = steps[i].clone();
        }
        for (int by = 0; by < n; by++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n && reach[i][by]; j++) {
                    reach[i][j] |= reach[by][j];
                }
            }
        }
        for (boolean[] row : reach) {
            for (boolean reached : row) {
                if (!reached) {
                    return false;
                }
            }
        }
        return true;
    }
}
