package org.antiphon.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How times and roles are written on pages. */
final class Shown {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Shown() {}

    /** To the minute, in universal time, which the page says once. */
    static String minute(Instant when) {
        return MINUTE.format(when);
    }

    static String day(Instant when) {
        return DAY.format(when);
    }

    /** What a role on this server means. */
    static String onServer(Role role) {
        return switch (role) {
            case OWNER -> "owner";
            case RESEARCHER -> "begins studies";
            case VIEWER -> "only studies they are let into";
        };
    }

    /** A browser in a few words instead of the long line that it sends; nothing depends on it. */
    static String browser(String agent) {
        String name = agent.contains("Firefox/")
                ? "Firefox"
                : agent.contains("Edg/")
                        ? "Edge"
                        : agent.contains("Chrome/") ? "Chrome" : agent.contains("Safari/") ? "Safari" : "";
        String system = agent.contains("Android")
                ? "Android"
                : agent.contains("iPhone") || agent.contains("iPad")
                        ? "iOS"
                        : agent.contains("Windows")
                                ? "Windows"
                                : agent.contains("Mac OS") ? "macOS" : agent.contains("Linux") ? "Linux" : "";
        if (name.isEmpty()) {
            return agent.isBlank() ? "An unknown browser" : agent.substring(0, Math.min(60, agent.length()));
        }
        return system.isEmpty() ? name : name + " on " + system;
    }
}
