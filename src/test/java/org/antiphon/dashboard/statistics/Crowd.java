package org.antiphon.dashboard.statistics;

import java.util.SplittableRandom;

/** Simulated raters of whom the truth is known: what the mean would be if everybody had come. */
enum Crowd {
    /** Levels and slips of a bell shape: where the t interval is exact. */
    BELL {
        @Override
        double rating(double level, SplittableRandom random) {
            return 60 + 10 * level + 14 * random.nextGaussian();
        }
    },
    /** A slider from 0 to 100 near its upper end, in whole points. */
    SLIDER {
        @Override
        double rating(double level, SplittableRandom random) {
            return Math.rint(Math.max(0, Math.min(100, 80 + 14 * level + 18 * random.nextGaussian())));
        }
    },
    /** Five points, most answers at the lower end. */
    FIVE_POINTS {
        @Override
        double rating(double level, SplittableRandom random) {
            double felt = 0.9 * level + random.nextGaussian();
            return felt < 0.3 ? 1 : felt < 1 ? 2 : felt < 1.7 ? 3 : felt < 2.4 ? 4 : 5;
        }
    },
    /** One in eight rates everything far lower than the others. */
    SPLIT {
        @Override
        double rating(double level, SplittableRandom random) {
            return (level > 1.15 ? 35 : 65) + 4 * level + 12 * random.nextGaussian();
        }
    };

    /** A rating of a participant whose level is standard normal. */
    abstract double rating(double level, SplittableRandom random);

    /** The true mean, over levels and slips. */
    double truth() {
        SplittableRandom random = new SplittableRandom(99);
        double sum = 0;
        int draws = 1_000_000;
        for (int i = 0; i < draws; i++) {
            sum += rating(random.nextGaussian(), random);
        }
        return sum / draws;
    }

    /** Ratings of so many participants; if uneven, each rates 1 to twice the items less one, by chance. */
    Clusters drawn(int participants, int items, boolean uneven, SplittableRandom random) {
        int most = uneven ? 2 * items - 1 : items;
        int[] participant = new int[participants * most];
        double[] value = new double[participant.length];
        for (int i = 0; i < participants; i++) {
            double level = random.nextGaussian();
            int given = uneven ? 1 + random.nextInt(most) : items;
            for (int j = 0; j < most; j++) {
                participant[i * most + j] = i;
                value[i * most + j] = j < given ? rating(level, random) : Double.NaN;
            }
        }
        return Clusters.of(participants, participant, value);
    }
}
