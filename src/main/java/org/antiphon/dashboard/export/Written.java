package org.antiphon.dashboard.export;

/**
 * A file that was written.
 *
 * @param rows without the header; 0 for what is no table
 * @param sha256 of its bytes in 64 hexadecimal digits
 */
public record Written(String name, long rows, long bytes, String sha256) {}
