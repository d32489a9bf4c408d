package org.antiphon.platform;

/**
 * Where a person can go on from an address where nothing was to be had.
 *
 * @param address the page
 * @param words what the link to it says
 */
public record WayOn(String address, String words) {

    /** From a path; null below {@code /s/}, for those who take part in a study are led nowhere else. */
    static WayOn from(String path) {
        if (path.startsWith("/s/")) {
            return null;
        }
        return path.startsWith("/studies/")
                ? new WayOn("/studies", "See all studies")
                : new WayOn("/", "Start a new translation");
    }
}
