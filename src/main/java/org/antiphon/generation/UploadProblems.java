package org.antiphon.generation;

import org.antiphon.media.MediaRejected;
import org.antiphon.media.RejectionCode;
import org.antiphon.platform.Problem;

/** Says to a visitor why a file was not taken. */
final class UploadProblems {

    private UploadProblems() {}

    static Problem of(MediaRejected rejected) {
        return new Problem(
                title(rejected.code()), status(rejected.code()), rejected.getMessage(), code(rejected.code()));
    }

    /** The same, for a file that was accepted and turned out to be unusable while a job read it. */
    static Failure failure(MediaRejected rejected) {
        return new Failure(code(rejected.code()), title(rejected.code()), rejected.getMessage());
    }

    private static String code(RejectionCode code) {
        return code.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static int status(RejectionCode code) {
        return switch (code) {
            case EMPTY -> 400;
            case UNKNOWN_KIND, UNSUPPORTED_CODEC -> 415;
            case TOO_MANY_BYTES -> 413;
            case UNREADABLE,
                    DAMAGED,
                    NOTHING_INSIDE,
                    TOO_MANY_PIXELS,
                    TOO_LONG,
                    TOO_MANY_STREAMS,
                    TOO_SLOW,
                    DECODER_DIED -> 422;
        };
    }

    private static String title(RejectionCode code) {
        return switch (code) {
            case EMPTY -> "The file is empty";
            case UNREADABLE -> "The file cannot be read";
            case UNKNOWN_KIND -> "Not a kind of file that is understood";
            case DAMAGED -> "The file is damaged";
            case UNSUPPORTED_CODEC -> "The file uses a codec that is not understood";
            case NOTHING_INSIDE -> "The file does not hold what is needed";
            case TOO_MANY_BYTES -> "The file is too large";
            case TOO_MANY_PIXELS -> "The pictures are too large";
            case TOO_LONG -> "The clip is too long";
            case TOO_MANY_STREAMS -> "The file holds too many tracks";
            case TOO_SLOW -> "The file takes too long to read";
            case DECODER_DIED -> "The file cannot be decoded";
        };
    }
}
