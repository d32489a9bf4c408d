package org.antiphon.clip;

/** Which way a translation goes. */
public enum Direction {
    VIDEO_TO_SOUND("video-to-sound"),
    SOUND_TO_VIDEO("sound-to-video");

    private final String label;

    Direction(String label) {
        this.label = label;
    }

    /** The name used in the HTTP API and on the command line. */
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException naming the allowed labels */
    public static Direction ofLabel(String label) {
        for (Direction direction : values()) {
            if (direction.label.equals(label)) {
                return direction;
            }
        }
        throw new IllegalArgumentException("direction must be video-to-sound or sound-to-video, was \"" + label + "\"");
    }
}
