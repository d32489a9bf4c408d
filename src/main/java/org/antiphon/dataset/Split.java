package org.antiphon.dataset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** What a recording may be used for. Recordings of one composition are always in the same split. */
public enum Split {
    TRAIN,
    VALIDATION,
    TEST;

    private static final int POSITIONS = 1 << 24;

    /** The split of a composition by a hash of its name: 90 % train, 5 % validation, 5 % test. */
    public static Split ofComposition(String composition) {
        int share = hash(composition) % 100;
        return share < 90 ? TRAIN : share < 95 ? VALIDATION : TEST;
    }

    /** Where a composition stands between 0 and 1 by a hash of its name. */
    static double position(String composition) {
        int hash = hash(composition);
        return (hash % 100 + (double) hash / POSITIONS) / 100;
    }

    private static int hash(String composition) {
        byte[] hash;
        try {
            hash = MessageDigest.getInstance("SHA-256").digest(composition.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        return (hash[0] & 0xFF) << 16 | (hash[1] & 0xFF) << 8 | (hash[2] & 0xFF);
    }

    /** The name in a manifest: train, validation or test. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming the allowed labels */
    public static Split ofLabel(String label) {
        for (Split split : values()) {
            if (split.label().equals(label)) {
                return split;
            }
        }
        throw new IllegalArgumentException("split must be train, validation or test, was \"" + label + "\"");
    }
}
