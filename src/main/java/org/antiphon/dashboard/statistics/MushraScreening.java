package org.antiphon.dashboard.statistics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who would be excluded after a MUSHRA test, and why: {@link Method#MUSHRA_SCREENING}. It excludes nobody itself.
 *
 * @param assessors everybody with a rating of a hidden reference or anchor, in the order of their indices
 * @param undegraded items whose mid anchor too many rated high: nobody is judged by it there
 */
public record MushraScreening(List<Assessor> assessors, List<Integer> undegraded) {

    /** What was rated. */
    public enum Role {
        HIDDEN_REFERENCE,
        /** The anchor of 7 kHz. */
        MID_ANCHOR,
        /** The anchor of 3.5 kHz. */
        LOW_ANCHOR,
        OTHER
    }

    /** Why somebody would be excluded. */
    public enum Reason {
        /** The hidden reference rated low in too many trials. */
        REFERENCE_RATED_LOW,
        /** The mid anchor rated high in too many trials. */
        ANCHOR_RATED_HIGH,
        /** By the strict rule: reference and anchors of one item in the wrong order. */
        WRONG_ORDER
    }

    /**
     * The figures of ITU-R BS.1534-3, 4.1.2.
     *
     * @param referenceBelow ratings of the hidden reference below this are low
     * @param anchorAbove ratings of the mid anchor above this are high
     * @param share more than this share of trials excludes
     * @param undegradedShare where more than this share of assessors rates the mid anchor high, the item is not degraded
     *     enough
     */
    public record Rules(double referenceBelow, double anchorAbove, double share, double undegradedShare) {

        public static final Rules BS_1534_3 = new Rules(90, 90, 0.15, 0.25);
    }

    /**
     * What one assessor did.
     *
     * @param participant index in the columns
     * @param referenceTrials trials with a hidden reference
     * @param referenceLow those where it was rated low
     * @param anchorTrials trials with a mid anchor, of items degraded enough
     * @param anchorHigh those where it was rated high
     * @param wrongOrder items in the wrong order, by the strict rule; 0 if that was not asked for
     * @param reasons empty for who stays
     */
    public record Assessor(
            int participant,
            int referenceTrials,
            int referenceLow,
            int anchorTrials,
            int anchorHigh,
            int wrongOrder,
            Set<Reason> reasons) {

        public boolean excluded() {
            return !reasons.isEmpty();
        }
    }

    /**
     * By both rules of the Recommendation. The share of the second rule is taken over items that are degraded enough.
     *
     * @param participant of each row, from 0
     * @param item of each row, from 0
     * @param role of each row
     * @param value from 0 to 100, NaN where missing
     */
    public static MushraScreening of(
            Rules rules, int participants, int items, int[] participant, int[] item, Role[] role, double[] value) {
        Trials trials = Trials.of(participants, items, participant, item, role, value);
        boolean[] undegraded = trials.undegraded(rules);
        List<Assessor> assessors = new ArrayList<>();
        for (int i = 0; i < participants; i++) {
            int[] reference = trials.reference(rules, i);
            int[] anchor = trials.anchor(rules, i, undegraded);
            if (reference[0] + trials.anchor(rules, i, new boolean[items])[0] > 0) {
                Set<Reason> reasons = EnumSet.noneOf(Reason.class);
                if (exceeds(reference, rules.share())) {
                    reasons.add(Reason.REFERENCE_RATED_LOW);
                }
                if (exceeds(anchor, rules.share())) {
                    reasons.add(Reason.ANCHOR_RATED_HIGH);
                }
                assessors.add(
                        new Assessor(i, reference[0], reference[1], anchor[0], anchor[1], 0, Set.copyOf(reasons)));
            }
        }
        return new MushraScreening(List.copyOf(assessors), listed(undegraded));
    }

    /**
     * By the stricter practice of MPEG: out with who rates, in any item, the hidden reference low, or not reference at least
     * as high as mid anchor, and that at least as high as low anchor. Repetitions of an item count by their mean.
     */
    public static MushraScreening strict(
            Rules rules, int participants, int items, int[] participant, int[] item, Role[] role, double[] value) {
        Trials trials = Trials.of(participants, items, participant, item, role, value);
        List<Assessor> assessors = new ArrayList<>();
        for (int i = 0; i < participants; i++) {
            int[] reference = trials.reference(rules, i);
            int[] anchor = trials.anchor(rules, i, new boolean[items]);
            if (reference[0] + anchor[0] > 0) {
                int wrong = trials.wrongOrder(i);
                Set<Reason> reasons = EnumSet.noneOf(Reason.class);
                if (reference[1] > 0) {
                    reasons.add(Reason.REFERENCE_RATED_LOW);
                }
                if (wrong > 0) {
                    reasons.add(Reason.WRONG_ORDER);
                }
                assessors.add(
                        new Assessor(i, reference[0], reference[1], anchor[0], anchor[1], wrong, Set.copyOf(reasons)));
            }
        }
        return new MushraScreening(List.copyOf(assessors), List.of());
    }

    /** The participants who would be excluded. */
    public Set<Integer> excluded() {
        return Set.copyOf(assessors.stream()
                .filter(Assessor::excluded)
                .map(Assessor::participant)
                .toList());
    }

    private static boolean exceeds(int[] trialsAndFaults, double share) {
        // a hair of tolerance: three of twenty are not more than 0.15, however the product is rounded
        return trialsAndFaults[1] > share * trialsAndFaults[0] + 1e-9;
    }

    private static List<Integer> listed(boolean[] marks) {
        return java.util.stream.IntStream.range(0, marks.length)
                .filter(i -> marks[i])
                .boxed()
                .toList();
    }
}
