package org.antiphon.study.design;

import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Kind;
import org.antiphon.study.design.document.Limits;
import org.antiphon.study.design.document.Means;
import org.antiphon.study.design.document.Otherwise;
import org.antiphon.study.design.document.RefersTo;

/** Whose answers do not count. */
public sealed interface Exclusion {

    Id id();

    /** What follows when it applies. */
    Action then();

    /** What follows from an exclusion rule. */
    enum Action {
        /** The session ends at once, politely. */
        SCREEN_OUT,
        /** The answers are kept, and left out of the analysis. */
        EXCLUDE,
        /** The answers are analysed, and marked. */
        FLAG
    }

    @Kind(value = "failed-check", means = "A check was failed.")
    record FailedCheck(
            @Means("Its name.") Id id,
            @Means("Which check.") @RefersTo("checks") Id check,

            @Means("How often it must have been failed.") @Limits(min = 1, max = 1000) @Otherwise("1")
            int failures,

            @Means("What follows.") Action then)
            implements Exclusion {}

    @Kind(
            value = "hidden-reference",
            means = "The hidden reference was rated low too often (BS.1534-3, post-screening of assessors).")
    record HiddenReference(
            @Means("Its name.") Id id,
            @Means("Which task.") @RefersTo("tasks") Id task,

            @Means("Which ratings of the hidden reference are too low.") @Limits(min = 1, max = 100) @Otherwise("90")
            double below,

            @Means("In which share of the items this may happen, from 0 to 1.")
            @Limits(min = 0, max = 1)
            @Otherwise("0.15")
            double share,

            @Means("What follows.") Action then)
            implements Exclusion {}

    @Kind(
            value = "mid-anchor",
            means = "The mid anchor was rated high too often (BS.1534-3, post-screening of assessors).")
    record MidAnchor(
            @Means("Its name.") Id id,
            @Means("Which task.") @RefersTo("tasks") Id task,

            @Means("Which ratings of the mid anchor are too high.") @Limits(min = 0, max = 99) @Otherwise("90")
            double above,

            @Means("In which share of the items this may happen, from 0 to 1.")
            @Limits(min = 0, max = 1)
            @Otherwise("0.15")
            double share,

            @Means(
                    "Items are left out in which a larger share of all participants did so: the filter harms them too little.")
            @Limits(min = 0, max = 1)
            @Otherwise("0.25")
            double unless,

            @Means("What follows.") Action then)
            implements Exclusion {}

    @Kind(
            value = "anchor-order",
            means = "In any item, the hidden reference was below a bound, or the anchors were not rated in their order "
                    + "(stricter than BS.1534-3, as is usual at MPEG).")
    record AnchorOrder(
            @Means("Its name.") Id id,
            @Means("Which task.") @RefersTo("tasks") Id task,

            @Means("Which ratings of the hidden reference are too low.") @Limits(min = 1, max = 100) @Otherwise("90")
            double below,

            @Means("What follows.") Action then)
            implements Exclusion {}
}
