package org.antiphon.account;

import java.time.Duration;

/**
 * A link that was just made and is shown only now.
 *
 * @param what it is, in words
 * @param lasts how long it works
 */
record MadeLink(String address, String what, Duration lasts) {

    long days() {
        return lasts.toDays();
    }
}
