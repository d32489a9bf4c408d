package org.antiphon.media;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import org.antiphon.clip.Picture;

/**
 * PNG with the same bytes on every machine: 8-bit RGB, filter 0 and stored (uncompressed) deflate blocks, so that no
 * version of zlib has a say (RFC 2083, 1950, 1951). About as large as the raw pixels.
 */
final class PngFile {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int LARGEST_BLOCK = 65_535;

    private PngFile() {}

    static byte[] encode(Picture picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(picture.rgb().length + 1024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(picture));
            chunk(out, "IDAT", stored(rows(picture)));
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] header(Picture picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(picture.width());
            out.writeInt(picture.height());
            out.write(new byte[] {8, 2, 0, 0, 0}); // 8 bits a channel, RGB, deflate, filters by row, not interlaced
        }
        return bytes.toByteArray();
    }

    private static byte[] rows(Picture picture) {
        int row = picture.width() * 3;
        byte[] rows = new byte[(row + 1) * picture.height()];
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(picture.rgb(), y * row, rows, y * (row + 1) + 1, row);
        }
        return rows;
    }

    private static byte[] stored(byte[] data) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(data.length + 1024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(0x78);
            out.write(0x01);
            for (int from = 0; from < data.length; from += LARGEST_BLOCK) {
                int length = Math.min(LARGEST_BLOCK, data.length - from);
                out.write(from + length == data.length ? 1 : 0);
                out.writeShort(Short.reverseBytes((short) length));
                out.writeShort(Short.reverseBytes((short) ~length));
                out.write(data, from, length);
            }
            Adler32 sum = new Adler32();
            sum.update(data);
            out.writeInt((int) sum.getValue());
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }
}
