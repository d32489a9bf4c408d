package org.antiphon.platform;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Optional;

/**
 * What went wrong, for people and for programs (RFC 9457).
 *
 * @param title what happened, in a few words
 * @param status HTTP status
 * @param detail why, and what to do next
 * @param code short name of the kind of problem, for programs
 * @param retryAfter when it is worth trying again, if it is
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String title,
        int status,
        String detail,
        String code,
        @JsonIgnore Optional<Duration> retryAfter) {

    /** The media type of a problem in JSON. */
    public static final String JSON = "application/problem+json";

    static final MediaType JSON_TYPE = MediaType.valueOf(JSON);

    /** @throws IllegalArgumentException if the status is not one of an error */
    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem has a status from 400 to 599, was " + status);
        }
    }

    public Problem(String title, int status, String detail, String code) {
        this(title, status, detail, code, Optional.empty());
    }

    /** The kind of problem as a URI that stays the same. */
    public String getType() {
        return "urn:antiphon:problem:" + code;
    }

    /** What the caller asked for is not understood or not allowed. */
    public static Problem badRequest(String code, String title, String detail) {
        return new Problem(title, 400, detail, code);
    }

    /** There is nothing (any more) under this address. */
    public static Problem notFound(String title, String detail) {
        return new Problem(title, 404, detail, "not-found");
    }

    /** Too much at once; try again after the given time. */
    public static Problem tooMany(String code, String title, String detail, Duration retryAfter) {
        return new Problem(title, 429, detail, code, Optional.of(retryAfter));
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }
}
