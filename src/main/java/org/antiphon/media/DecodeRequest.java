package org.antiphon.media;

import java.util.Optional;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.SampleRate;

/**
 * What to make of a file.
 *
 * @param size exact size of the pictures: scaled to cover it, then cropped around the centre; empty: own proportions
 * @param maxSide with an empty {@code size}: the longer side is scaled down to at most this, and both sides are made
 *     even; 0: own size, untouched
 * @param rate the constant rate of the pictures
 * @param soundRate rate of the mono sound
 * @param pictures whether pictures are wanted
 * @param sound whether sound is wanted
 * @param crop the part of the upright pictures that counts: all sizes are of it
 * @param span the part of the time that counts; picture 0 and sample 0 are its first
 */
public record DecodeRequest(
        Optional<PictureSize> size,
        int maxSide,
        FrameRate rate,
        SampleRate soundRate,
        boolean pictures,
        boolean sound,
        Crop crop,
        Span span) {

    /** Width and height in pixels. */
    public record PictureSize(int width, int height) {
        /** @throws IllegalArgumentException unless both are 1 to 8192 */
        public PictureSize {
            if (width < 1 || height < 1 || width > 8192 || height > 8192) {
                throw new IllegalArgumentException(
                        "picture size must be 1 to 8192 a side, was " + width + "×" + height);
            }
        }
    }

    /** @throws IllegalArgumentException if nothing is wanted, a side is out of range or both sizes are given */
    public DecodeRequest {
        if (!pictures && !sound) {
            throw new IllegalArgumentException("a decode request must want pictures, sound or both");
        }
        if (maxSide != 0 && (maxSide < 2 || maxSide > 8192 || size.isPresent())) {
            throw new IllegalArgumentException(
                    "maxSide must be 0 or 2 to 8192 and is for requests without exact size, was " + maxSide);
        }
    }

    public DecodeRequest(
            Optional<PictureSize> size, FrameRate rate, SampleRate soundRate, boolean pictures, boolean sound) {
        this(size, 0, rate, soundRate, pictures, sound);
    }

    /** All of the pictures, from the beginning to the end. */
    public DecodeRequest(
            Optional<PictureSize> size,
            int maxSide,
            FrameRate rate,
            SampleRate soundRate,
            boolean pictures,
            boolean sound) {
        this(size, maxSide, rate, soundRate, pictures, sound, Crop.WHOLE, Span.WHOLE);
    }

    /** What the models see and hear: 96×96 at 25 per second, 24 kHz. */
    public static DecodeRequest forModel() {
        return new DecodeRequest(Optional.of(new PictureSize(96, 96)), FrameRate.MODEL, SampleRate.MODEL, true, true);
    }

    /** What people see and hear: own proportions, longer side at most {@code maxSide}, 25 per second, 48 kHz. */
    public static DecodeRequest forDisplay(int maxSide) {
        return new DecodeRequest(Optional.empty(), maxSide, FrameRate.MODEL, SampleRate.STUDIO, true, true);
    }

    /** Only the sound. */
    public static DecodeRequest soundAt(SampleRate rate) {
        return new DecodeRequest(Optional.empty(), 0, FrameRate.MODEL, rate, false, true);
    }

    /** This request without sound. */
    public DecodeRequest picturesOnly() {
        return new DecodeRequest(size, maxSide, rate, soundRate, true, false, crop, span);
    }

    /** This request without pictures. */
    public DecodeRequest soundOnly() {
        return new DecodeRequest(size, maxSide, rate, soundRate, false, true, crop, span);
    }

    /** This request of a part of the pictures and of the time. */
    public DecodeRequest within(Crop part, Span time) {
        return new DecodeRequest(size, maxSide, rate, soundRate, pictures, sound, part, time);
    }
}
