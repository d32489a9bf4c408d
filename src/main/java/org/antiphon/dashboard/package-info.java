/**
 * What studies and generations have shown so far: overviews, statistics, and exports with a codebook.
 *
 * <p>Takes ratings, designs and metrics through the doors of study and generation, gives pages and files. It only reads:
 * nothing here writes a row.
 *
 * <p>May use clip, platform, account, generation and study. Used by cli.
 */
package org.antiphon.dashboard;
