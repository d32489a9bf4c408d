package org.antiphon.media;

import java.util.List;

/** The decoders that may be used: those of everyday cameras, phones, browsers and recorders, nothing exotic. */
final class Codecs {

    private static final List<String> DECODERS = List.of(
            "h264",
            "hevc",
            "mpeg4",
            "msmpeg4",
            "mjpeg",
            "libvpx-vp9",
            "vp8",
            "vp9",
            "libvpx",
            "libdav1d",
            "libaom-av1",
            "av1",
            "png",
            "webp",
            "aac",
            "aac_fixed",
            "mp3",
            "mp3float",
            "opus",
            "libopus",
            "vorbis",
            "libvorbis",
            "flac",
            "alac",
            "ac3",
            "pcm_u8",
            "pcm_s16le",
            "pcm_s16be",
            "pcm_s24le",
            "pcm_s24be",
            "pcm_s32le",
            "pcm_s32be",
            "pcm_f32le",
            "pcm_f32be",
            "pcm_f64le",
            "pcm_f64be",
            "pcm_alaw",
            "pcm_mulaw");

    private Codecs() {}

    static boolean accepted(String decoder) {
        return DECODERS.contains(decoder);
    }

    /** As FFmpeg's {@code codec_whitelist} option wants it. */
    static String whitelist() {
        return String.join(",", DECODERS);
    }
}
