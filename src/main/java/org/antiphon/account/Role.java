package org.antiphon.account;

import java.util.Locale;

/** What somebody may do. */
public enum Role {
    /** Everything, for whoever runs this installation. */
    OWNER,
    /** Makes studies and reads their results. */
    RESEARCHER;

    static Role ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
