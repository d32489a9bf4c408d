package org.antiphon.dashboard.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.antiphon.dashboard.statistics.MushraScreening.Role;
import org.antiphon.dashboard.statistics.MushraScreening.Rules;

/** Ratings of hidden references and anchors, sorted by participant. */
final class Trials {

    private record Rating(int item, Role role, double value) {}

    private final List<List<Rating>> ratings;
    private final int items;

    private Trials(List<List<Rating>> ratings, int items) {
        this.ratings = ratings;
        this.items = items;
    }

    static Trials of(int participants, int items, int[] participant, int[] item, Role[] role, double[] value) {
        Check.sameLength(participant.length, item.length);
        Check.sameLength(participant.length, role.length);
        Check.sameLength(participant.length, value.length);
        List<List<Rating>> ratings = new ArrayList<>();
        for (int i = 0; i < participants; i++) {
            ratings.add(new ArrayList<>());
        }
        for (int row = 0; row < value.length; row++) {
            if (role[row] != Role.OTHER && Check.present(value[row])) {
                Check.index(participant[row], participants, "participant");
                Check.index(item[row], items, "item");
                ratings.get(participant[row]).add(new Rating(item[row], role[row], value[row]));
            }
        }
        return new Trials(ratings, items);
    }

    /** Items whose mid anchor more than the given share of their assessors rated high, in any repetition. */
    boolean[] undegraded(Rules rules) {
        int[] assessors = new int[items];
        int[] high = new int[items];
        for (List<Rating> own : ratings) {
            boolean[] seen = new boolean[items];
            boolean[] rated = new boolean[items];
            for (Rating rating : own) {
                if (rating.role() == Role.MID_ANCHOR) {
                    seen[rating.item()] = true;
                    rated[rating.item()] |= rating.value() > rules.anchorAbove();
                }
            }
            for (int i = 0; i < items; i++) {
                assessors[i] += seen[i] ? 1 : 0;
                high[i] += rated[i] ? 1 : 0;
            }
        }
        boolean[] undegraded = new boolean[items];
        for (int i = 0; i < items; i++) {
            undegraded[i] = high[i] > rules.undegradedShare() * assessors[i] + 1e-9;
        }
        return undegraded;
    }

    /** Trials with a hidden reference, and those where it was rated low. */
    int[] reference(Rules rules, int participant) {
        int[] found = new int[2];
        for (Rating rating : ratings.get(participant)) {
            if (rating.role() == Role.HIDDEN_REFERENCE) {
                found[0]++;
                found[1] += rating.value() < rules.referenceBelow() ? 1 : 0;
            }
        }
        return found;
    }

    /** Trials with a mid anchor of items that are not left out, and those where it was rated high. */
    int[] anchor(Rules rules, int participant, boolean[] leftOut) {
        int[] found = new int[2];
        for (Rating rating : ratings.get(participant)) {
            if (rating.role() == Role.MID_ANCHOR && !leftOut[rating.item()]) {
                found[0]++;
                found[1] += rating.value() > rules.anchorAbove() ? 1 : 0;
            }
        }
        return found;
    }

    /** Items in which a lower one of reference, mid and low anchor was rated above a higher one. */
    int wrongOrder(int participant) {
        int wrong = 0;
        for (int item = 0; item < items; item++) {
            double reference = mean(participant, item, Role.HIDDEN_REFERENCE).orElse(Double.POSITIVE_INFINITY);
            double low = mean(participant, item, Role.LOW_ANCHOR).orElse(Double.NEGATIVE_INFINITY);
            OptionalDouble mid = mean(participant, item, Role.MID_ANCHOR);
            boolean right =
                    mid.isPresent() ? reference >= mid.getAsDouble() && mid.getAsDouble() >= low : reference >= low;
            wrong += right ? 0 : 1;
        }
        return wrong;
    }

    private OptionalDouble mean(int participant, int item, Role role) {
        return ratings.get(participant).stream()
                .filter(rating -> rating.item() == item && rating.role() == role)
                .mapToDouble(Rating::value)
                .average();
    }
}
