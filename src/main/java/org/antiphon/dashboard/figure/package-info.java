/**
 * Figures as data, and how they look: marks with their intervals, on axes, with labels beside them instead of a legend.
 *
 * <p>Takes numbers that somebody else has computed; gives one drawing as accessible SVG and as PNG, the table of its numbers
 * as CSV, and a script in R or Python that computes them again from the export. Ink on paper: no colour tells anything.
 *
 * <p>Uses nothing else of the program. Used by dashboard.results.
 */
package org.antiphon.dashboard.figure;
