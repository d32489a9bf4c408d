package org.antiphon.translation;

import java.nio.file.Path;

/**
 * One model that is in use.
 *
 * @param parameters how many trained numbers it has
 * @param card its model card, in Markdown
 */
public record ModelSummary(String family, String name, long parameters, Path card) {}
