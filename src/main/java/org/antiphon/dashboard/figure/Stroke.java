package org.antiphon.dashboard.figure;

import java.util.List;

/** The few things that a drawing is made of; places in pixels from the upper left corner. */
sealed interface Stroke {

    /** The same elsewhere. */
    Stroke moved(double right, double down);

    /** A straight line. */
    record Line(double x1, double y1, double x2, double y2, Tone tone, double weight, boolean dashed)
            implements Stroke {
        @Override
        public Stroke moved(double right, double down) {
            return new Line(x1 + right, y1 + down, x2 + right, y2 + down, tone, weight, dashed);
        }
    }

    /** A rectangle, filled with so much of the tone, 0 to 1, or only framed. */
    record Box(double x, double y, double width, double height, Tone tone, double opacity, boolean framed)
            implements Stroke {
        @Override
        public Stroke moved(double right, double down) {
            return new Box(x + right, y + down, width, height, tone, opacity, framed);
        }
    }

    /** A circle: filled with so much of the tone, 0 to 1, or open with the paper inside. */
    record Circle(double x, double y, double radius, Tone tone, double opacity, boolean open) implements Stroke {
        @Override
        public Stroke moved(double right, double down) {
            return new Circle(x + right, y + down, radius, tone, opacity, open);
        }
    }

    /** A closed line through these points: filled, or open with the paper inside. */
    record Outline(List<Corner> corners, Tone tone, boolean open) implements Stroke {
        public Outline {
            corners = List.copyOf(corners);
        }

        @Override
        public Stroke moved(double right, double down) {
            return new Outline(
                    corners.stream()
                            .map(corner -> new Corner(corner.x() + right, corner.y() + down))
                            .toList(),
                    tone,
                    open);
        }
    }

    /** Where two sides meet. */
    record Corner(double x, double y) {}

    /** One line of words; {@code y} is where the letters stand. Upward ones are read from bottom to top. */
    record Words(double x, double y, String text, Anchor anchor, double size, Tone tone, boolean bold, boolean upward)
            implements Stroke {
        @Override
        public Stroke moved(double right, double down) {
            return new Words(x + right, y + down, text, anchor, size, tone, bold, upward);
        }
    }

    /** Which part of the words {@code x} is. */
    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String css;

        Anchor(String css) {
            this.css = css;
        }

        String css() {
            return css;
        }
    }
}
