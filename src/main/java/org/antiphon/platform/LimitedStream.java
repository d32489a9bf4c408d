package org.antiphon.platform;

import java.io.IOException;
import java.io.InputStream;

/** A stream that ends after a number of bytes. */
public final class LimitedStream extends InputStream {
    private final InputStream in;
    private long left;

    /** @param left number of bytes to give at most; closing this closes {@code in} */
    public LimitedStream(InputStream in, long left) {
        this.in = in;
        this.left = left;
    }

    @Override
    public int read() throws IOException {
        if (left == 0) {
            return -1;
        }
        int value = in.read();
        left = value < 0 ? 0 : left - 1;
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int n = in.read(buffer, offset, (int) Math.min(length, left));
        left = n < 0 ? 0 : left - n;
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
