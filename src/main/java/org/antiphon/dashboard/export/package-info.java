/**
 * A study as files for other programs: tables, codebook, data package, and the CSV of webMUSHRA.
 *
 * <p>Takes the name of a study, the name of a file and an {@code ExportOrder}; {@code Exports} writes the file to a stream, in
 * an order that is always the same, in memory that does not grow with ratings. Each table is defined once, as a
 * {@code DataFile} of columns that know their type, unit, levels and meaning: CSV, JSON Lines, codebook and schema follow
 * from that. Participants are pseudonyms; cells that a spreadsheet would take for a formula are disarmed.
 *
 * <p>May use dashboard.reading, account and what those may use. Used by cli.
 */
package org.antiphon.dashboard.export;
