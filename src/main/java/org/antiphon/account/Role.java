package org.antiphon.account;

import java.util.Locale;

/** What somebody may do, in one study or on this server: each may what those before it may, and more. */
public enum Role {
    /** Looks at the studies it is let into. */
    VIEWER,
    /** In a study: changes it. On this server: begins studies. */
    RESEARCHER,
    /** Everything, for whoever runs this installation. */
    OWNER;

    /** Whether the right comes with the role. */
    public boolean allows(Right right) {
        return switch (right) {
            case READ -> true;
            case WRITE -> this != VIEWER;
            case ADMINISTER -> this == OWNER;
        };
    }

    static Role ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** As it stands in tables and forms. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
