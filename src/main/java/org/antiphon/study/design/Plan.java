package org.antiphon.study.design;

import org.antiphon.study.design.document.Kind;
import org.antiphon.study.design.document.Limits;
import org.antiphon.study.design.document.Means;

/**
 * Which part of a task each participant gets, and in which order. What rotates are the pages an item can have: its
 * conditions, or its pairs of conditions.
 */
public sealed interface Plan {

    /** What the draws are made from; the same seed and the same participants before give the same assignment. */
    long seed();

    @Kind(
            value = "everything",
            means = "Each participant judges each item in each condition, in an order of their own.")
    record Everything(
            @Means("The seed of the orders.") @Limits(min = 0)
            long seed) implements Plan {}

    @Kind(
            value = "latin-square",
            means = "Each participant judges each item once; a Latin square decides in which condition, so that all "
                    + "participants together judge each item in each condition equally often.")
    record LatinSquare(
            @Means("The seed of the draws.") @Limits(min = 0)
            long seed) implements Plan {}

    @Kind(
            value = "williams",
            means =
                    "Each participant judges each item in each condition, in rounds; in a Williams design each condition "
                            + "follows each other one equally often.")
    record Williams(
            @Means("The seed of the draws.") @Limits(min = 0)
            long seed) implements Plan {}

    @Kind(
            value = "subset",
            means =
                    "Each participant judges a random part of the pages, drawn so that all pages are judged equally often.")
    record Subset(
            @Means("The seed of the draws.") @Limits(min = 0)
            long seed,

            @Means("How many pages each participant judges.") @Limits(min = 1, max = 1000)
            int trials)
            implements Plan {}
}
