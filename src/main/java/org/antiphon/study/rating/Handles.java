package org.antiphon.study.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.Takes;
import org.antiphon.study.session.Position;
import org.antiphon.study.session.Step;
import org.antiphon.study.session.assignment.Slot;
import org.antiphon.study.session.check.HeadphoneTest;

/**
 * Names of clips that tell nothing: an expiry that is the same for all, and a code over session, step, place and expiry. They
 * are good for the current step and the one after it, and for nobody else.
 */
@ApplicationScoped
class Handles {

    private static final int CODE = 24;
    private static final int SECONDS_PER_HOUR = 3600;

    private final Secrets secrets;
    private final Clock clock;

    @Inject
    Handles(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** What is behind a handle. */
    sealed interface Behind {

        /**
         * A prepared clip.
         *
         * @param take which take it is, of how many there are
         * @param veil from which the noise of its padding is made, another for each place
         */
        record Clip(Published.File file, IntUnaryOperator take, byte[] veil) implements Behind {}

        /** A sound of a headphone test. */
        record Sound(byte[] wav) implements Behind {}
    }

    /** The handle of a place in a step; the same until the next full hour, good until the one after it. */
    String of(Visit visit, String step, String slot) {
        return of(visit, step, slot, hour(clock.instant()) + 2);
    }

    private String of(Visit visit, String step, String slot, int expiry) {
        byte[] code = secrets.mac("clip", visit.token(), step, slot, Integer.toString(expiry));
        byte[] handle = ByteBuffer.allocate(Integer.BYTES + CODE)
                .putInt(expiry)
                .put(code, 0, CODE)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(handle);
    }

    private static int hour(Instant time) {
        return (int) (time.getEpochSecond() / SECONDS_PER_HOUR);
    }

    /** What a handle stands for; empty if it was never given, is not due, or has expired. */
    Optional<Behind> behind(Visit visit, String handle) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(handle);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != Integer.BYTES + CODE) {
            return Optional.empty();
        }
        int expiry = ByteBuffer.wrap(bytes).getInt();
        int now = hour(clock.instant());
        if (expiry <= now || expiry > now + 2) {
            return Optional.empty();
        }
        Position position = visit.session().position();
        Optional<Behind> current = position.current().flatMap(step -> behind(visit, step, bytes, expiry));
        return current.or(() -> position.next().flatMap(step -> behind(visit, step, bytes, expiry)));
    }

    private Optional<Behind> behind(Visit visit, Step step, byte[] handle, int expiry) {
        if (step instanceof Step.Judging judging) {
            return judging.trial().slots().stream()
                    .filter(slot -> matches(visit, step, slot.name(), handle, expiry))
                    .findFirst()
                    .map(slot -> new Behind.Clip(
                            file(visit, judging, slot), take(visit, judging, slot), veil(visit, step, slot.name())));
        }
        if (step instanceof Step.HeadphoneQuestion question) {
            return IntStream.rangeClosed(1, HeadphoneTest.SOUNDS)
                    .filter(sound -> matches(visit, step, Sounds.slot(sound), handle, expiry))
                    .mapToObj(sound -> Sounds.wav(question.test(), question.question(), sound))
                    .findFirst()
                    .map(Behind.Sound::new);
        }
        if (!(step instanceof Step.Screening)) {
            return Optional.empty();
        }
        return matches(visit, step, Sounds.TRY, handle, expiry)
                ? Optional.of(new Behind.Clip(visit.published().trial(), there -> 0, veil(visit, step, Sounds.TRY)))
                : Optional.empty();
    }

    private static Published.File file(Visit visit, Step.Judging step, Slot slot) {
        return visit.published().file(new Stimulus(step.trial().item(), slot.condition()));
    }

    /** Each time another one, beginning with any. */
    private IntUnaryOperator take(Visit visit, Step.Judging step, Slot slot) {
        Stimulus stimulus = new Stimulus(step.trial().item(), slot.condition());
        Takes takes = Takes.of(visit.session().study(), stimulus);
        int begin = ByteBuffer.wrap(secrets.mac("take", visit.token(), stimulus.toString()))
                        .getInt()
                >>> 8;
        int before = Meetings.before(visit.session().assignment().orElseThrow(), step.trial(), slot);
        return there -> takes.take(Meetings.known(slot), begin + before, there);
    }

    private byte[] veil(Visit visit, Step step, String slot) {
        return secrets.mac("veil", visit.token(), step.id(), slot);
    }

    private boolean matches(Visit visit, Step step, String slot, byte[] handle, int expiry) {
        byte[] code = secrets.mac("clip", visit.token(), step.id(), slot, Integer.toString(expiry));
        return MessageDigest.isEqual(
                Arrays.copyOf(code, CODE), Arrays.copyOfRange(handle, Integer.BYTES, handle.length));
    }
}
