package org.antiphon.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import org.antiphon.clip.Seed;

/** Fresh randomness: names nobody can guess, and seeds for those who did not choose one. */
@ApplicationScoped
public class Seeds {

    private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final int ID_LENGTH = 26;

    private final SecureRandom random = new SecureRandom();

    /** 130 random bits as 26 letters and digits (RFC 4648 base 32 in lower case). */
    public String id() {
        char[] id = new char[ID_LENGTH];
        for (int i = 0; i < id.length; i++) {
            id[i] = ALPHABET[random.nextInt(ALPHABET.length)];
        }
        return new String(id);
    }

    /** A seed of at most nine digits, short enough to be read out. */
    public Seed seed() {
        return new Seed(random.nextInt(1_000_000_000));
    }
}
