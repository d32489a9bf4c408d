package org.antiphon.generation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.antiphon.platform.Problem;

/**
 * Anonymous visitors and what they may ask for. A visitor is known by a keyed hash of the network address (IPv6: of its
 * /64, which is one household), from which the address cannot be read back. Counted in the database, so that all
 * processes count together.
 */
@ApplicationScoped
class Visitors implements PanacheRepositoryBase<VisitorRequestRow, Long> {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration QUEUE_PATIENCE = Duration.ofSeconds(60);
    private static final int HOUSEHOLD_BYTES = 8;
    private static final int KEY_LENGTH = 32;

    private final TranslationRows translations;
    private final GenerationConfig config;
    private final Clock clock;
    private volatile byte[] salt;

    @Inject
    Visitors(TranslationRows translations, GenerationConfig config, Clock clock) {
        this.translations = translations;
        this.config = config;
        this.clock = clock;
    }

    /** The key of whoever calls from this address. */
    String key(String address) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(household(address))).substring(0, KEY_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** @throws org.antiphon.platform.ProblemException 429 if the visitor or everybody together asks for too much */
    void admit(String key) {
        Instant now = clock.instant();
        long waiting = translations.waiting();
        if (waiting >= config.queue().maxWaiting()) {
            throw Problem.tooMany(
                            "queue-full",
                            "Too many translations are waiting",
                            waiting + " translations are in the queue already. Try again in a minute.",
                            QUEUE_PATIENCE)
                    .exception();
        }
        if (translations.unfinishedOf(key) >= config.visitors().waitingAtOnce()) {
            throw Problem.tooMany(
                            "too-many-at-once",
                            "Your other translations come first",
                            "You have " + config.visitors().waitingAtOnce()
                                    + " translations waiting or running. Try again when one of them is done.",
                            QUEUE_PATIENCE)
                    .exception();
        }
        int limit = config.visitors().translationsPerHour();
        if (count("ownerKey = ?1 and askedAt > ?2", key, now.minus(WINDOW)) >= limit) {
            throw Problem.tooMany(
                            "hourly-limit",
                            "That was the last translation for a while",
                            "One visitor can have " + limit + " translations an hour here.",
                            untilFree(key, now))
                    .exception();
        }
    }

    /** Counts a request that is being accepted. */
    void note(String key) {
        VisitorRequestRow row = new VisitorRequestRow();
        row.ownerKey = key;
        row.askedAt = clock.instant();
        persist(row);
    }

    /** Lets one submission at a time look at the limits and count itself, until the transaction ends. */
    void takeTurns() {
        getEntityManager().find(InstallationRow.class, true, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Forgets requests that count no longer. */
    long forgetOld() {
        return delete("askedAt < ?1", clock.instant().minus(WINDOW));
    }

    private Duration untilFree(String key, Instant now) {
        return find("ownerKey = ?1 and askedAt > ?2 order by askedAt", key, now.minus(WINDOW))
                .firstResultOptional()
                .map(first -> Duration.between(now, first.askedAt.plus(WINDOW)))
                .orElse(QUEUE_PATIENCE);
    }

    private byte[] salt() {
        if (salt == null) {
            salt = getEntityManager()
                    .find(InstallationRow.class, true)
                    .visitorSalt
                    .getBytes(StandardCharsets.UTF_8);
        }
        return salt;
    }

    private static byte[] household(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length > 4 ? Arrays.copyOf(bytes, HOUSEHOLD_BYTES) : bytes;
        } catch (UnknownHostException e) {
            return address.getBytes(StandardCharsets.UTF_8);
        }
    }
}
