package org.antiphon.dashboard.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide words are, about: drawings are laid out without knowing the reader's typeface, so everything is taken for a
 * little wider than it is in usual ones.
 */
final class Lettering {

    private static final String NARROW = "iljtfrI.,:;'|()[]-! ";
    private static final String WIDE = "mwMW@%—";

    private Lettering() {}

    /** Pixels that a text takes at most in usual typefaces. */
    static double width(String text, double size) {
        double ems = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (NARROW.indexOf(c) >= 0) {
                ems += 0.36;
            } else if (WIDE.indexOf(c) >= 0) {
                ems += 0.92;
            } else if (c >= '\u2e80') {
                ems += 1.05;
            } else {
                ems += Character.isUpperCase(c) ? 0.71 : 0.585;
            }
        }
        return ems * size;
    }

    /** Breaks a text into lines that fit, between words where it can; what is too long for the last line ends in dots. */
    static List<String> lines(String text, double size, double room, int most) {
        List<String> lines = new ArrayList<>();
        String left = text.strip();
        while (!left.isEmpty() && lines.size() < most) {
            int end = fitting(left, size, room);
            if (end < left.length() && lines.size() == most - 1) {
                lines.add(left.substring(0, Math.max(1, end - 1)).strip() + "…");
                return lines;
            }
            if (end < left.length()) {
                end = breakBefore(left, end);
            }
            lines.add(left.substring(0, end).strip());
            left = left.substring(end).strip();
        }
        return lines;
    }

    private static int fitting(String text, double size, double room) {
        int end = text.length();
        while (end > 1 && width(text.substring(0, end), size) > room) {
            end--;
        }
        return end;
    }

    /** The last place up to {@code end} at which a line may end: after a space or a hyphen, or anywhere if there is none. */
    private static int breakBefore(String text, int end) {
        for (int i = end; i > end / 3; i--) {
            if (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '-' || text.charAt(i) == ' ') {
                return i;
            }
        }
        return end;
    }
}
