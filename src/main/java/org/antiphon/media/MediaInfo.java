package org.antiphon.media;

import java.util.Optional;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.SampleRate;

/**
 * What a media file declares to hold; a track of which nothing can be decoded is left out.
 *
 * @param container short name: mp4, matroska, avi, wav, flac, mp3, ogg, jpeg, png, webp
 * @param seconds declared length, 0 if nothing is declared (still pictures, files cut off while recording)
 */
public record MediaInfo(String container, double seconds, Optional<VideoStream> video, Optional<AudioStream> audio) {

    /**
     * The pictures. Width and height are as shown: after rotation and with square pixels.
     *
     * @param codec short name, such as h264
     * @param rotationDegrees how far the stored picture is turned clockwise for display: 0, 90, 180 or 270
     */
    public record VideoStream(String codec, int width, int height, FrameRate rate, int rotationDegrees) {}

    /** The sound, as stored. */
    public record AudioStream(String codec, SampleRate rate, int channels) {}
}
