package org.antiphon.media;

import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * Makes a coded frame of AAC longer without changing what is heard. A raw data block ends with the element {@code END} and
 * zeros up to the next whole byte; before {@code END} there may be fill elements, which decoders skip (ISO/IEC 14496-3,
 * 4.4.2.1 and 4.4.2.7).
 */
final class AacFrame {

    private static final int END = 0b111;
    private static final int FILL = 0b110;
    private static final int NAME_BITS = 3;
    private static final int COUNT_BITS = 4;

    /** This many and more are counted by a further byte, from 15 on. */
    private static final int ESCAPE = 15;

    private static final int MOST = ESCAPE + 254;

    private final byte[] bytes;
    private int position;

    private AacFrame(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    /**
     * The frame with fill elements up to {@code length} bytes, full of noise.
     *
     * @throws IOException if it is longer, or does not end as a frame does
     */
    static byte[] filled(byte[] frame, int length, RandomGenerator noise) throws IOException {
        int content = content(frame);
        if (length < frame.length) {
            throw new IOException("a frame of " + frame.length + " bytes cannot be made " + length + " bytes long");
        }
        byte[] longer = new byte[length];
        System.arraycopy(frame, 0, longer, 0, frame.length);
        AacFrame filled = new AacFrame(longer, content);
        filled.put(0, NAME_BITS); // the old end
        filled.position = content;
        filled.fill(noise);
        filled.put(END, NAME_BITS);
        return longer;
    }

    /** How many bits come before the end. */
    private static int content(byte[] frame) throws IOException {
        int last = 8 * frame.length - 1;
        while (last >= NAME_BITS && bit(frame, last) == 0) {
            last--;
        }
        int content = last + 1 - NAME_BITS;
        if (content < 0 || bit(frame, last) + bit(frame, last - 1) + bit(frame, last - 2) != NAME_BITS) {
            throw new IOException("a frame of " + frame.length + " bytes does not end as AAC does");
        }
        return content;
    }

    private static int bit(byte[] bytes, int at) {
        return bytes[at / 8] >> 7 - at % 8 & 1;
    }

    /** Elements until less than a byte is left. */
    private void fill(RandomGenerator noise) {
        for (int left = left(); left >= 8; left = left()) {
            int shortHead = NAME_BITS + COUNT_BITS;
            int longHead = shortHead + 8;
            boolean escaped = left >= longHead + 8 * ESCAPE;
            int count = escaped ? Math.min(MOST, (left - longHead) / 8) : Math.min(ESCAPE - 1, (left - shortHead) / 8);
            put(FILL, NAME_BITS);
            put(escaped ? ESCAPE : count, COUNT_BITS);
            if (escaped) {
                put(count - ESCAPE + 1, 8);
            }
            for (int i = 0; i < count; i++) {
                // the first four bits say that it is no extension of the sound
                put(noise.nextInt(i == 0 ? 16 : 256), 8);
            }
        }
    }

    private int left() {
        return 8 * bytes.length - NAME_BITS - position;
    }

    private void put(int value, int bits) {
        for (int b = bits - 1; b >= 0; b--, position++) {
            int mask = 0x80 >> position % 8;
            bytes[position / 8] =
                    (byte) ((value >> b & 1) == 1 ? bytes[position / 8] | mask : bytes[position / 8] & ~mask);
        }
    }
}
