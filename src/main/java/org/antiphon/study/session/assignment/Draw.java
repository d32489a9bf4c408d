package org.antiphon.study.session.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.antiphon.clip.Seed;

/**
 * Chance that can be had again. Everything rests on {@link Random#nextInt(int)}, whose algorithm is part of its
 * specification: the same seed draws the same on every Java version.
 */
public final class Draw {

    private final Random random;

    public Draw(Seed seed) {
        this.random = new Random(seed.value());
    }

    /** A number from 0 to {@code bound - 1}. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** One of the elements. */
    public <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    /** The elements in an order of chance (Fisher and Yates). */
    public <T> List<T> shuffled(List<T> of) {
        List<T> shuffled = new ArrayList<>(of);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int j = below(i + 1);
            T moved = shuffled.get(i);
            shuffled.set(i, shuffled.get(j));
            shuffled.set(j, moved);
        }
        return shuffled;
    }

    /** {@code count} of the elements, in an order of chance. */
    <T> List<T> some(List<T> of, int count) {
        return shuffled(of).subList(0, Math.min(count, of.size()));
    }
}
