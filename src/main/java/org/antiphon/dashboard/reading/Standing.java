package org.antiphon.dashboard.reading;

import java.util.List;

/**
 * Whether the answers of a session count, and why not.
 *
 * <p>A session counts if it was completed and no rule of its study excludes it. What a researcher decided by hand stands
 * above both.
 *
 * @param counted whether it is part of the analysis
 * @param cause what decided: {@code rule} or {@code hand}; otherwise how the session stands ({@code going},
 *     {@code declined}, {@code screened-out}, {@code over-quota}); empty if it counts as it is
 * @param reason in words; empty if it counts as it is
 * @param rules the exclusion rules that apply with {@code exclude}, in the order of the document
 * @param flags the rules that apply with {@code flag}
 */
public record Standing(boolean counted, String cause, String reason, List<String> rules, List<String> flags) {

    public static final String RULE = "rule";
    public static final String HAND = "hand";

    public Standing {
        rules = List.copyOf(rules);
        flags = List.copyOf(flags);
    }
}
