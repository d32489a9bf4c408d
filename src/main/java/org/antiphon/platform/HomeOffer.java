package org.antiphon.platform;

import java.util.Optional;

/** What a package has to offer on the home page, which knows none of those that come after it. */
public interface HomeOffer {

    /**
     * A line of the home page.
     *
     * @param address path on this server
     * @param text what somebody finds there
     */
    record Offer(String address, String text) {}

    /** Empty as long as there is nothing; asked at every visit, so it must be quick. */
    Optional<Offer> offer();
}
