package org.antiphon.dashboard.figure;

import java.awt.Color;

/** The few inks of a figure. The page that holds one may set them otherwise by class; a file that stands alone brings both. */
enum Tone {
    INK("ink", "#1b1a17", "#ece8df"),
    SOFT("soft", "#58544b", "#aea89b"),
    RULE("rule", "#dcd7cb", "#36332d"),
    PAPER("paper", "#fbfaf6", "#151412");

    private final String name;
    private final String light;
    private final String dark;

    Tone(String name, String light, String dark) {
        this.name = name;
        this.light = light;
        this.dark = dark;
    }

    String css() {
        return name;
    }

    String light() {
        return light;
    }

    String dark() {
        return dark;
    }

    Color color() {
        return Color.decode(light);
    }
}
