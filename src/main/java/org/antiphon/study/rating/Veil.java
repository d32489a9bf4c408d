package org.antiphon.study.rating;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.Digest;
import org.antiphon.platform.LimitedStream;

/** What of a clip may be another in each place where it stands, without being seen or heard: its padding, its lowest bits. */
record Veil(Optional<Padding> padding, Optional<Pcm> sound) {

    /** @param bytes of the first take; the others are built alike */
    static Veil of(ArtifactStore store, Digest clip, long bytes) throws IOException {
        return new Veil(Padding.of(store, clip, bytes), Pcm.of(store, clip));
    }

    /**
     * Part of the clip, as it stands in one place.
     *
     * @param take where in the file the take begins
     * @param seed another for each place
     */
    InputStream open(ArtifactStore store, Digest clip, long take, byte[] seed, long from, long length)
            throws IOException {
        long begin = sound.map(pcm -> pcm.before(from)).orElse(from);
        long end = sound.map(pcm -> pcm.after(from + length)).orElse(from + length);
        InputStream part = store.open(clip, take + begin, end - begin);
        try {
            if (sound.isPresent()) {
                part = new DitheredStream(part, begin, sound.get(), seed);
                part.skipNBytes(from - begin);
            }
            part = new LimitedStream(part, length);
            return padding.isPresent() ? new VeiledStream(part, from, padding.get(), seed) : part;
        } catch (IOException e) {
            part.close();
            throw e;
        }
    }
}
