/**
 * What ratings say, and how sure it is: descriptions, intervals, tests, effect sizes, agreement, screening, power.
 *
 * <p>Takes columns of numbers: who, about what, how much; participants, conditions and items are indices from 0, and a NaN
 * value is a missing one. Gives small records, or the reason why there is none ({@code Result}). Every method says in
 * {@code Method} where it is from and which function of R or scipy gives the same number. Pure: no database, no clock, and
 * randomness only from a given seed. Distributions are those of Apache Commons Statistics.
 *
 * <p>Uses nothing of the product. The rest of the dashboard reads it.
 */
package org.antiphon.dashboard.statistics;
