package org.antiphon.clip;

import java.util.List;

/** Pictures of one size at a constant rate; frame {@code i} is shown from {@code rate.secondsAt(i)}. */
public record Frames(List<Picture> pictures, FrameRate rate) {

    /** @throws IllegalArgumentException if there is no picture or sizes differ */
    public Frames {
        pictures = List.copyOf(pictures);
        if (pictures.isEmpty()) {
            throw new IllegalArgumentException("frames must hold at least one picture");
        }
        Picture first = pictures.get(0);
        for (Picture picture : pictures) {
            if (picture.width() != first.width() || picture.height() != first.height()) {
                throw new IllegalArgumentException("frames must be of one size, found " + first.width() + "×"
                        + first.height() + " and " + picture.width() + "×" + picture.height());
            }
        }
    }

    public int count() {
        return pictures.size();
    }

    public int width() {
        return pictures.get(0).width();
    }

    public int height() {
        return pictures.get(0).height();
    }

    public double seconds() {
        return rate.secondsAt(count());
    }
}
