package org.antiphon.media;

/** Why a media file was not taken, for programs; {@link MediaRejected#getMessage()} says it to people. */
public enum RejectionCode {
    /** No such file, or it cannot be opened. */
    UNREADABLE,
    /** The file has no bytes. */
    EMPTY,
    /** The first bytes are of no kind that is accepted. */
    UNKNOWN_KIND,
    /** A known kind of file with contents that cannot be understood. */
    DAMAGED,
    /** A codec that is not accepted, or an unusual form of one that is. */
    UNSUPPORTED_CODEC,
    /** Neither pictures nor sound, or not the one that was asked for. */
    NOTHING_INSIDE,
    TOO_MANY_BYTES,
    TOO_MANY_PIXELS,
    TOO_LONG,
    TOO_MANY_STREAMS,
    /** Decoding took longer than allowed. */
    TOO_SLOW,
    /** The decoder crashed or ran out of memory. */
    DECODER_DIED
}
