package org.antiphon.account;

/** What somebody may be allowed to do, in a study or on this server. */
public enum Right {
    /** Look at it. */
    READ,
    /** Change it. */
    WRITE,
    /** Decide who may do what. */
    ADMINISTER
}
