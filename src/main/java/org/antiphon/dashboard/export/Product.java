package org.antiphon.dashboard.export;

/**
 * A file that can be had of every study.
 *
 * @param name with its ending
 * @param title in a few words
 * @param meaning what it is for
 */
public record Product(String name, String title, String meaning, String mediaType) {}
