package org.antiphon.study.rating;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.antiphon.platform.Digest;

/**
 * How a media file is built: its boxes or chunks in their order, with the sizes of all but the media themselves and the
 * padding. These two follow from what there is to be heard.
 */
final class Layout {

    private static final Set<String> PARENTS =
            Set.of("moov", "trak", "edts", "mdia", "minf", "dinf", "stbl", "udta", "meta", "ilst");

    /** How much there is to be heard decides how long these are. */
    private static final Set<String> CONTENT = Set.of("mdat", "free");

    /** Bytes of the media in which a name may stand. */
    private static final int NAMED = 4096;

    private Layout() {}

    static List<String> of(byte[] file) {
        List<String> layout = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(file);
        if (file.length > 12 && word(bytes, 0).equals("RIFF")) {
            chunks(bytes.order(ByteOrder.LITTLE_ENDIAN), layout);
        } else {
            boxes("", bytes, 0, file.length, layout);
        }
        return layout;
    }

    /** The index of an MP4 file, in which sizes and places of all that is coded are written; empty if there is none. */
    static String index(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        for (int at = 0; at + 8 <= file.length && bytes.getInt(at) >= 8; at += bytes.getInt(at)) {
            if (word(bytes, at + 4).equals("moov")) {
                return Digest.of(Arrays.copyOfRange(file, at, Math.min(file.length, at + bytes.getInt(at))))
                        .hex();
            }
        }
        return "";
    }

    /**
     * The file without what follows the beginning of its media: encoders write their names at the beginning, and further on
     * equal sounds are equal words to nobody.
     */
    static byte[] beginning(byte[] file) {
        byte[] beginning = file.clone();
        ByteBuffer bytes = ByteBuffer.wrap(file);
        for (int at = 0; at + 8 <= file.length && bytes.getInt(at) >= 8; at += bytes.getInt(at)) {
            int end = Math.min(file.length, at + bytes.getInt(at));
            if (word(bytes, at + 4).equals("mdat") && end - at > NAMED) {
                Arrays.fill(beginning, at + NAMED, end, (byte) 0);
            }
            if (end == file.length) {
                break;
            }
        }
        return beginning;
    }

    private static String word(ByteBuffer bytes, int at) {
        return new String(bytes.array(), at, 4, StandardCharsets.ISO_8859_1);
    }

    private static void chunks(ByteBuffer bytes, List<String> layout) {
        for (int at = 12; at + 8 <= bytes.limit(); ) {
            int size = bytes.getInt(at + 4);
            layout.add(word(bytes, at) + " " + size);
            if (size < 0 || size > bytes.limit()) {
                return;
            }
            at += 8 + size + size % 2;
        }
    }

    private static void boxes(String within, ByteBuffer bytes, int from, int to, List<String> layout) {
        for (int at = from; at + 8 <= to; ) {
            int size = bytes.getInt(at);
            String name = word(bytes, at + 4);
            layout.add(within + name + (CONTENT.contains(name) ? "" : " " + size));
            if (size < 8 || size > to - at) {
                return;
            }
            if (PARENTS.contains(name)) {
                // a box of kind meta has four bytes of its own before those it holds
                boxes(within + name + "/", bytes, at + (name.equals("meta") ? 12 : 8), at + size, layout);
            }
            at += size;
        }
    }
}
