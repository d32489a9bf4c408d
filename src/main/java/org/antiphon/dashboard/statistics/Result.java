package org.antiphon.dashboard.statistics;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** A number or several that could be computed, or the reason why not; never a silent NaN. */
public sealed interface Result<T> {

    /** What was computed. */
    record Known<T>(T value) implements Result<T> {}

    /** Why nothing was, as a sentence for the researcher, without a full stop. */
    record Unknown<T>(String reason) implements Result<T> {}

    static <T> Result<T> known(T value) {
        return new Known<>(value);
    }

    static <T> Result<T> unknown(String reason) {
        return new Unknown<>(reason);
    }

    /** The value, if there is one. */
    default Optional<T> found() {
        return this instanceof Known<T> known ? Optional.of(known.value()) : Optional.empty();
    }

    /** The reason, if there is no value. */
    default Optional<String> whyNot() {
        return this instanceof Unknown<T> unknown ? Optional.of(unknown.reason()) : Optional.empty();
    }

    /** The same, said of something that follows from it. */
    default <R> Result<R> map(Function<? super T, ? extends R> change) {
        return found().<Result<R>>map(value -> known(change.apply(value)))
                .orElseGet(() -> unknown(whyNot().orElseThrow()));
    }

    /** @throws NoSuchElementException with the reason, if there is no value */
    default T orElseThrow() {
        return found().orElseThrow(() -> new NoSuchElementException(whyNot().orElseThrow()));
    }
}
