package org.antiphon.account;

import java.net.URI;
import java.util.Set;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;

/**
 * Whether a request that changes something was sent by one of our own pages. Browsers say where it comes from in headers that
 * pages cannot set; what says nothing is no browser, and has no cookie that somebody else could abuse.
 */
final class SameSite {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private SameSite() {}

    /**
     * @param site the header Sec-Fetch-Site, or null
     * @param origin the header Origin, or null
     * @param host the header Host, or null
     */
    static boolean allows(String method, String site, String origin, String host) {
        if (READING.contains(method)) {
            return true;
        }
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        return origin == null || host != null && host.equalsIgnoreCase(authority(origin));
    }

    private static String authority(String origin) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    static ProblemException refusal() {
        return new Problem(
                        "Another site has sent this",
                        403,
                        "Nothing was changed. Open the page on this server and do it there.",
                        "cross-site")
                .exception();
    }
}
