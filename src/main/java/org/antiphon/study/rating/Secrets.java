package org.antiphon.study.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.antiphon.clip.Seed;

/**
 * Names that nobody can guess who does not have the secret of this installation: HMAC-SHA-256 of what they stand for. The
 * same thing has the same name, so that asking twice gives the same answer without a note of the first time.
 */
@ApplicationScoped
class Secrets {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

    private final Sql sql;
    private volatile SecretKeySpec key;

    @Inject
    Secrets(Sql sql) {
        this.sql = sql;
    }

    /** 100 bits in 20 letters and digits: what a session is resumed by. */
    String session(long study, String beginKey) {
        return letters(20, "session", Long.toString(study), beginKey);
    }

    /** 80 bits in 16 letters and digits: what a session is taken back by. */
    String withdrawal(String session) {
        return letters(16, "withdrawal", session);
    }

    /** What is drawn by chance in a session before it has an assignment. */
    Seed seed(String session) {
        return new Seed(ByteBuffer.wrap(mac("seed", session)).getLong());
    }

    /** By this a participant is known again, and no more: the id cannot be read back from it. */
    String participant(long study, String prolificId) {
        return HexFormat.of().formatHex(mac("participant", Long.toString(study), prolificId));
    }

    /** Whatever is bound to all of these parts, in 32 bytes. */
    byte[] mac(String... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key());
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // with its length before each part, no two lists of parts are the same bytes
                mac.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private String letters(int count, String... parts) {
        byte[] mac = mac(parts);
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(LETTERS.charAt(mac[i] & 31));
        }
        return letters.toString();
    }

    private SecretKeySpec key() {
        if (key == null) {
            String secret = sql.row(row -> row.getString(1), "select secret from taking_secret")
                    .orElseThrow();
            key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        }
        return key;
    }
}
