package org.antiphon.account;

import java.util.Locale;

/** What the audit log tells of, in words for its readers. */
public enum Deed {
    SIGNED_IN("signed in"),
    SIGN_IN_FAILED("failed to sign in"),
    SIGNED_OUT("signed out"),
    PASSWORD_SET("set a password"),
    ACCOUNT_MADE("made an account"),
    ACCOUNT_CHANGED("changed an account"),
    INVITED("invited somebody"),
    INVITATION_REVOKED("revoked an invitation"),
    JOINED("joined a study"),
    ROLE_CHANGED("changed a role"),
    TOKEN_MADE("made a token"),
    TOKEN_REVOKED("revoked a token"),
    REFUSED("was refused"),
    STUDY_BEGUN("began a study"),
    STUDY_OPENED("looked at a study"),
    STUDY_CHANGED("changed a study"),
    STUDY_PUBLISHED("published a study"),
    PARTICIPANTS_INVITED("invited participants"),
    PARTICIPANT_VIEWED("looked at a participant"),
    PARTICIPANT_JUDGED("excluded or included a participant"),
    DOWNLOADED("downloaded data");

    private final String words;

    Deed(String words) {
        this.words = words;
    }

    /** What somebody did, as it follows their name. */
    public String words() {
        return words;
    }

    /** As it stands in the table. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Deed ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
