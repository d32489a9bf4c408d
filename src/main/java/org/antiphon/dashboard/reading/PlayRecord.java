package org.antiphon.dashboard.reading;

import java.util.Optional;

/**
 * Something that happened to a clip while a page was shown.
 *
 * @param index of the event on its page, from 1
 * @param kind {@code started}, {@code playing}, {@code stopped} or {@code ended}
 * @param position seconds into the clip
 * @param at milliseconds since the page was shown
 */
public record PlayRecord(
        SessionRecord session, PageRecord page, int index, String slot, String kind, double position, long at) {

    /** The condition that played. */
    public Optional<String> condition() {
        return page.slot(slot).map(PageRecord.SlotRecord::condition);
    }
}
