package org.antiphon.media;

import java.nio.file.Path;
import org.antiphon.clip.Clip;
import org.antiphon.clip.Picture;

/** Looks into media files and decodes them. Implementations are safe for use by several threads. */
public interface MediaReader {

    /**
     * What the file declares to hold, without tracks that hold nothing: only the headers are read, and each track up to its
     * first picture or sound.
     *
     * @throws MediaRejected if the file is refused, or neither a picture nor a sound of it can be decoded
     */
    MediaInfo probe(Path file) throws MediaRejected;

    /**
     * Pictures and sound from the same instant on: picture {@code i} of the result is the one on show at
     * (i + ½) / rate. Time zero is the first picture or sample, whichever comes first; a picture that starts late is
     * held from zero on, sound that starts late is preceded by silence. Neither is cut to the length of the other.
     *
     * @throws MediaRejected if the file is refused, or holds nothing of what the request wants
     */
    Clip decode(Path file, DecodeRequest request) throws MediaRejected;

    /**
     * The still picture, or the first picture of a video, upright; scaled down, never up, so that its longer side is
     * at most {@code maxSide}. Transparent parts are shown on white.
     */
    Picture picture(Path file, int maxSide) throws MediaRejected;

    /**
     * Writes the file once more, as an mp4 of H.264 and AAC that every browser plays and that is shown upright at 25
     * pictures a second; sound alone becomes an mp4 with sound alone. Needs little memory however long the file is. On
     * refusal there is no {@code out}.
     *
     * @param maxSide longer side of the pictures at most
     */
    void browserCopy(Path file, int maxSide, Path out) throws MediaRejected;
}
