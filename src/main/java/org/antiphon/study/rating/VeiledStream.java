package org.antiphon.study.rating;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A clip with noise in its padding. One stimulus may stand in two places of a page, as the open and the hidden reference do;
 * with noise that is another in each place, no two files are equal. The noise is a function of its seed and its place in the
 * file, so that ranges fit together: SHA-256 over seed and block, 32 bytes a block.
 */
final class VeiledStream extends FilterInputStream {

    private static final int BLOCK = 32;

    private final Padding padding;
    private final byte[] seed;
    private final MessageDigest sha256;
    private long position;
    private long block = -1;
    private byte[] noise = new byte[BLOCK];

    /** @param from where in the file the stream begins */
    VeiledStream(InputStream clip, long from, Padding padding, byte[] seed) {
        super(clip);
        this.position = from;
        this.padding = padding;
        this.seed = seed.clone();
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        for (int i = 0; i < count; i++) {
            if (position + i >= padding.from() && position + i < padding.to()) {
                bytes[offset + i] = noise(position + i);
            }
        }
        position += Math.max(0, count);
        return count;
    }

    private byte noise(long at) {
        if (at / BLOCK != block) {
            block = at / BLOCK;
            sha256.update(seed);
            noise = sha256.digest(ByteBuffer.allocate(Long.BYTES).putLong(block).array());
        }
        return noise[(int) (at % BLOCK)];
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        position += skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
