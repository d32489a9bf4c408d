package org.antiphon.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * The kinds of file that are opened at all, told by their first bytes and never by their name. The one demuxer that
 * belongs to the kind is used, so that no text can pass for a playlist.
 */
enum FileKind {
    MP4("mov", "mp4"),
    MATROSKA("matroska", "matroska"),
    AVI("avi", "avi"),
    WAV("wav", "wav"),
    FLAC("flac", "flac"),
    MP3("mp3", "mp3"),
    OGG("ogg", "ogg"),
    JPEG("jpeg_pipe", "jpeg"),
    PNG("png_pipe", "png"),
    WEBP("webp_pipe", "webp");

    static final String ACCEPTED =
            "Use mp4, mov, webm, mkv or avi for video, wav, flac, mp3, ogg, opus or m4a for sound, "
                    + "jpg, png or webp for pictures.";

    private static final int HEAD = 32;
    private static final Set<String> MP4_BOXES = Set.of("ftyp", "moov", "mdat", "wide", "free", "skip", "pnot");
    private static final Set<String> STILL_BRANDS = Set.of("heic", "heix", "hevc", "mif1", "msf1", "avif", "avis");

    private final String demuxer;
    private final String label;

    FileKind(String demuxer, String label) {
        this.demuxer = demuxer;
        this.label = label;
    }

    /** FFmpeg's short name of the demuxer. */
    String demuxer() {
        return demuxer;
    }

    String label() {
        return label;
    }

    boolean stillPicture() {
        return this == JPEG || this == PNG || this == WEBP;
    }

    static FileKind of(Path file) throws MediaRejected {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        } catch (IOException e) {
            throw MediaRejected.of(RejectionCode.UNREADABLE, file, "cannot be read", "Check that the file exists.");
        }
        if (head.length == 0) {
            throw MediaRejected.of(
                    RejectionCode.EMPTY, file, "is empty (0 bytes)", "Choose the file again, or export it once more.");
        }
        FileKind kind = tell(head);
        if (kind == null) {
            throw MediaRejected.of(RejectionCode.UNKNOWN_KIND, file, describe(head), ACCEPTED);
        }
        return kind;
    }

    private static FileKind tell(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.length() >= 12 && MP4_BOXES.contains(text.substring(4, 8))) {
            return stillBrand(text) ? null : MP4;
        }
        if (text.startsWith("\u001A\u0045\u00DF\u00A3")) {
            return MATROSKA;
        }
        if ((text.startsWith("RIFF") || text.startsWith("RF64")) && text.length() >= 12) {
            return switch (text.substring(8, 12)) {
                case "AVI " -> AVI;
                case "WAVE" -> WAV;
                case "WEBP" -> WEBP;
                default -> null;
            };
        }
        if (text.startsWith("\u0089PNG\r\n\u001A\n")) {
            return PNG;
        }
        if (text.startsWith("\u00FF\u00D8\u00FF")) {
            return JPEG;
        }
        if (text.startsWith("fLaC")) {
            return FLAC;
        }
        if (text.startsWith("OggS")) {
            return OGG;
        }
        return text.startsWith("ID3") || mpegLayer3(head) ? MP3 : null;
    }

    private static boolean stillBrand(String text) {
        return text.startsWith("ftyp", 4) && STILL_BRANDS.contains(text.substring(8, 12));
    }

    /** A frame header: eleven sync bits, layer III, and no reserved version, bit rate or sample rate. */
    private static boolean mpegLayer3(byte[] head) {
        if (head.length < 4 || (head[0] & 0xFF) != 0xFF || (head[1] & 0xE0) != 0xE0) {
            return false;
        }
        int version = head[1] >> 3 & 3;
        int layer = head[1] >> 1 & 3;
        int bitRate = head[2] >> 4 & 15;
        int sampleRate = head[2] >> 2 & 3;
        return version != 1 && layer == 1 && bitRate != 15 && bitRate != 0 && sampleRate != 3;
    }

    private static String describe(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String lower = text.toLowerCase(Locale.ROOT).strip();
        if (text.startsWith("#EXTM3U") || lower.startsWith("[playlist]") || lower.startsWith("ffconcat")) {
            return "is a playlist, a list of other files, and holds no pictures or sound itself";
        }
        if (lower.startsWith("<svg") || lower.startsWith("<?xml") || lower.startsWith("<!doctype")) {
            return "is a text document (XML or HTML)";
        }
        if (text.length() >= 12 && stillBrand(text)) {
            return "is a picture of kind " + text.substring(8, 12).strip().toUpperCase(Locale.ROOT);
        }
        boolean readable = text.chars().allMatch(c -> c >= 32 && c < 127 || c == '\n' || c == '\r' || c == '\t');
        return readable ? "holds text, whatever its name says" : "is of no kind that is known here";
    }
}
