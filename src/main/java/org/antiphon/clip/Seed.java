package org.antiphon.clip;

/** What makes a random result repeatable: the same seed on the same machine gives the same bits. */
public record Seed(long value) {

    /** An independent seed for a named part of the work (SplitMix64 finaliser over value and name). */
    public Seed derive(String name) {
        long z = value;
        for (int i = 0; i < name.length(); i++) {
            z = mix(z + 0x9E3779B97F4A7C15L + name.charAt(i));
        }
        return new Seed(mix(z + 0x9E3779B97F4A7C15L));
    }

    private static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
        return y ^ (y >>> 31);
    }
}
