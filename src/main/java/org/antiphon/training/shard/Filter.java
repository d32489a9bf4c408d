package org.antiphon.training.shard;

import java.util.Arrays;

/** Makes blocks easier to compress without losing a bit; {@link #undo} is the inverse of {@link #apply}. */
enum Filter {
    /** As it is. */
    NONE {
        @Override
        byte[] apply(byte[] block, int unused) {
            return block;
        }

        @Override
        byte[] undo(byte[] block, int unused) {
            return block;
        }
    },

    /**
     * The first picture as differences to the median of left, upper and their plane (the predictor of JPEG-LS, Weinberger
     * et al. 2000), each further one as differences to the picture before.
     */
    PICTURES {
        @Override
        byte[] apply(byte[] block, int side) {
            int size = side * side * 3;
            byte[] out = new byte[block.length];
            for (int i = block.length - 1; i >= size; i--) {
                out[i] = (byte) (block[i] - block[i - size]);
            }
            for (int i = Math.min(size, block.length) - 1; i >= 0; i--) {
                out[i] = (byte) (block[i] - median(block, i, side * 3));
            }
            return out;
        }

        @Override
        byte[] undo(byte[] block, int side) {
            int size = side * side * 3;
            for (int i = 0; i < Math.min(size, block.length); i++) {
                block[i] += (byte) median(block, i, side * 3);
            }
            for (int i = size; i < block.length; i++) {
                block[i] += block[i - size];
            }
            return block;
        }
    },

    /** 16-bit words as differences to the word {@code stride} before; all low bytes, then all high bytes. */
    WORDS {
        @Override
        byte[] apply(byte[] block, int stride) {
            int words = block.length / 2;
            byte[] out = new byte[block.length];
            for (int i = 0; i < words; i++) {
                int difference = word(block, i) - (i < stride ? 0 : word(block, i - stride));
                out[i] = (byte) difference;
                out[words + i] = (byte) (difference >> 8);
            }
            return out;
        }

        @Override
        byte[] undo(byte[] block, int stride) {
            int words = block.length / 2;
            byte[] planes = Arrays.copyOf(block, block.length);
            for (int i = 0; i < words; i++) {
                int difference = planes[i] & 0xFF | planes[words + i] << 8;
                int value = difference + (i < stride ? 0 : word(block, i - stride));
                block[2 * i] = (byte) value;
                block[2 * i + 1] = (byte) (value >> 8);
            }
            return block;
        }
    };

    /** A filtered copy, or the block itself. */
    abstract byte[] apply(byte[] block, int parameter);

    /** The block restored in place. */
    abstract byte[] undo(byte[] block, int parameter);

    private static int word(byte[] block, int i) {
        return block[2 * i] & 0xFF | block[2 * i + 1] << 8;
    }

    private static int median(byte[] picture, int i, int row) {
        int left = i % row >= 3 ? picture[i - 3] & 0xFF : 0;
        int above = i >= row ? picture[i - row] & 0xFF : 0;
        int corner = i % row >= 3 && i >= row ? picture[i - row - 3] & 0xFF : 0;
        int most = Math.max(left, above);
        int least = Math.min(left, above);
        return corner >= most ? least : corner <= least ? most : left + above - corner;
    }
}
