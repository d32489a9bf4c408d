package org.antiphon.study.rating;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * One clip as a participant sees it, with what the participant does not know: its item and condition.
 *
 * @param session whose it is
 * @param page what is alike about pages of one kind: study and task
 * @param number of the page in its task
 * @param slots how many clips the page has
 * @param step all that the page was told
 * @param parts what is answered to those who ask for a part of it
 * @param nanos from the request to the last byte
 */
record Sighting(
        String session,
        String item,
        String condition,
        String page,
        int number,
        String slot,
        int slots,
        String handle,
        JsonNode step,
        Map<String, List<String>> headers,
        List<String> parts,
        byte[] bytes,
        long nanos) {

    /** The same, with the page told something else. */
    Sighting told(JsonNode other) {
        return new Sighting(
                session, item, condition, page, number, slot, slots, handle, other, headers, parts, bytes, nanos);
    }

    /** The same, with other answers about parts. */
    Sighting parted(List<String> other) {
        return new Sighting(
                session, item, condition, page, number, slot, slots, handle, step, headers, other, bytes, nanos);
    }

    /** The same, with another file. */
    Sighting seeing(byte[] other) {
        return new Sighting(
                session, item, condition, page, number, slot, slots, handle, step, headers, parts, other, nanos);
    }
}
