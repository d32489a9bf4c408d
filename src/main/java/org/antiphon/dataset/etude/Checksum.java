package org.antiphon.dataset.etude;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 that grows with what is added. */
final class Checksum {

    private final MessageDigest digest;

    Checksum() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    Checksum add(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** The sum of all that was added, in hexadecimal; starts again from nothing. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
