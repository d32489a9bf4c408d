package org.antiphon.generation;

import java.util.Set;
import org.antiphon.media.MediaInfo;

/** What browsers make of a media file. */
final class MediaKinds {

    private static final Set<String> MP4_SOUND = Set.of("aac", "mp3");

    private MediaKinds() {}

    static String mediaType(MediaInfo info) {
        boolean pictures = info.video().isPresent();
        return switch (info.container()) {
            case "mp4" -> pictures ? "video/mp4" : "audio/mp4";
            case "matroska" -> pictures ? "video/x-matroska" : "audio/x-matroska";
            case "avi" -> "video/x-msvideo";
            case "wav" -> "audio/wav";
            case "flac" -> "audio/flac";
            case "mp3" -> "audio/mpeg";
            case "ogg" -> pictures ? "video/ogg" : "audio/ogg";
            case "jpeg" -> "image/jpeg";
            case "png" -> "image/png";
            case "webp" -> "image/webp";
            default -> "application/octet-stream";
        };
    }

    /** Whether Chromium, Firefox and Safari all play the file as it is. */
    static boolean playable(MediaInfo info) {
        String sound = info.audio().map(MediaInfo.AudioStream::codec).orElse("aac");
        if (info.video().isPresent()) {
            return info.container().equals("mp4")
                    && info.video().get().codec().equals("h264")
                    && MP4_SOUND.contains(sound);
        }
        return switch (info.container()) {
            case "mp4" -> MP4_SOUND.contains(sound);
            case "wav" -> sound.equals("pcm_s16le");
            case "mp3", "flac", "jpeg", "png", "webp" -> true;
            default -> false;
        };
    }
}
