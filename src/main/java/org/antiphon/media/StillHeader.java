package org.antiphon.media;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Reads the size of a still picture from its header, before a decoder reserves memory for it. */
final class StillHeader {

    private StillHeader() {}

    /** Width × height as declared; empty if the header is not understood (the decoder will have its say). */
    static OptionalLong pixels(Path file, FileKind kind) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            long pixels =
                    switch (kind) {
                        case PNG -> png(in);
                        case JPEG -> jpeg(in);
                        case WEBP -> webp(in);
                        case MP4, MATROSKA, AVI, WAV, FLAC, MP3, OGG -> 0;
                    };
            return pixels > 0 ? OptionalLong.of(pixels) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty(); // cut off inside the header: decoding will say so
        }
    }

    private static long png(DataInputStream in) throws IOException {
        in.skipNBytes(16);
        return product(Integer.toUnsignedLong(in.readInt()), Integer.toUnsignedLong(in.readInt()));
    }

    private static long jpeg(DataInputStream in) throws IOException {
        in.skipNBytes(2);
        while (true) {
            int marker = in.readUnsignedByte();
            if (marker != 0xFF) {
                return 0;
            }
            while (marker == 0xFF) {
                marker = in.readUnsignedByte();
            }
            int length = in.readUnsignedShort();
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                in.readUnsignedByte();
                return product(in.readUnsignedShort(), in.readUnsignedShort());
            }
            in.skipNBytes(Math.max(0, length - 2));
        }
    }

    private static long webp(DataInputStream in) throws IOException {
        in.skipNBytes(12);
        byte[] name = in.readNBytes(4);
        in.skipNBytes(4);
        byte[] body = in.readNBytes(10);
        if (name.length < 4 || body.length < 10) {
            return 0;
        }
        return switch (name[3]) {
            case 'X' -> product(1 + little(body, 4, 3), 1 + little(body, 7, 3));
            case 'L' -> product(1 + (little(body, 1, 4) & 0x3FFF), 1 + (little(body, 1, 4) >> 14 & 0x3FFF));
            case ' ' -> product(little(body, 6, 2) & 0x3FFF, little(body, 8, 2) & 0x3FFF);
            default -> 0;
        };
    }

    private static long little(byte[] bytes, int from, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value |= (bytes[from + i] & 0xFFL) << (8 * i);
        }
        return value;
    }

    /** Both factors are below 2³², so only the sign can be wrong: capped. */
    private static long product(long width, long height) {
        return width > 0 && height > Long.MAX_VALUE / width ? Long.MAX_VALUE : width * height;
    }
}
