package org.antiphon.media;

import java.time.Duration;

/**
 * What a media file may be at most. Declared values are checked before anything is decoded, true ones while decoding.
 *
 * @param maxBytes size of the file
 * @param maxPixels width × height of a picture as stored
 * @param maxDuration length of pictures and of sound
 * @param maxStreams tracks in the container, of any kind
 * @param timeout time that looking into or decoding one file may take
 */
public record MediaLimits(long maxBytes, long maxPixels, Duration maxDuration, int maxStreams, Duration timeout) {

    /** For files from strangers: 256 MiB, 8K pictures (36 million pixels), 5 minutes, 8 tracks, 60 seconds of work. */
    public static final MediaLimits DEFAULT =
            new MediaLimits(256L << 20, 36_000_000, Duration.ofMinutes(5), 8, Duration.ofSeconds(60));

    /** For corpora and our own files: 16 GiB, 64 million pixels, 2 hours, 32 tracks, an hour of work. */
    public static final MediaLimits TRUSTED =
            new MediaLimits(16L << 30, 64_000_000, Duration.ofHours(2), 32, Duration.ofHours(1));

    /** @throws IllegalArgumentException naming the limit that is not positive */
    public MediaLimits {
        positive("maxBytes", maxBytes);
        positive("maxPixels", maxPixels);
        positive("maxDuration", maxDuration.toMillis());
        positive("maxStreams", maxStreams);
        positive("timeout", timeout.toMillis());
    }

    private static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("limit " + name + " must be positive, was " + value);
        }
    }

    double maxSeconds() {
        return maxDuration.toMillis() / 1000.0;
    }
}
