package org.antiphon.study.session.answer;

import java.time.Duration;

/**
 * Something that happened to the clip of a slot.
 *
 * @param position where in the clip, in seconds
 * @param at how long after the page was shown
 */
public record PlayEvent(String slot, Kind kind, double position, Duration at) {

    /** What can happen to a clip. */
    public enum Kind {
        /** It begins to play at the position. */
        STARTED,
        /** It plays on, and is now at the position; told now and then, so that little is lost if the end is not told. */
        PLAYING,
        /** It stops at the position: paused, switched away from, or jumped elsewhere. */
        STOPPED,
        /** It has come to its end, where it stops or begins anew. */
        ENDED
    }
}
