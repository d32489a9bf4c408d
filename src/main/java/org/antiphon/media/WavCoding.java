package org.antiphon.media;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * How samples are coded, as a WAVE format chunk says.
 *
 * @param contradictory whether sample width, channels and block size do not fit together
 */
record WavCoding(boolean floating, int width, int channels, int rate, boolean contradictory) {

    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int EXTENSIBLE_LENGTH = 40;
    /** What follows the two bytes of the code in an extensible header. */
    private static final byte[] GUID = {0, 0, 0, 0, 16, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71};

    /** Empty if the coding is neither PCM nor floating point. */
    static Optional<WavCoding> of(byte[] format) {
        ByteBuffer fields = WavHeader.littleEndian(format);
        int code = Short.toUnsignedInt(fields.getShort(0));
        if (code == EXTENSIBLE && format.length >= EXTENSIBLE_LENGTH) {
            code = Arrays.equals(format, 26, 40, GUID, 0, 14) ? Short.toUnsignedInt(fields.getShort(24)) : -1;
        }
        if (code != PCM && code != FLOAT) {
            return Optional.empty();
        }
        int channels = Short.toUnsignedInt(fields.getShort(2));
        int rate = fields.getInt(4);
        int block = Short.toUnsignedInt(fields.getShort(12));
        int bits = Short.toUnsignedInt(fields.getShort(14));
        int width = (bits + 7) / 8;
        boolean known = code == FLOAT ? bits == 32 || bits == 64 : width >= 1 && width <= 4;
        return Optional.of(new WavCoding(code == FLOAT, width, channels, rate, !known || block != width * channels));
    }
}
