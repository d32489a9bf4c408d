package org.antiphon.dashboard.export;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Knows how many bytes went through and what their SHA-256 is. Closing it leaves the stream behind it open. */
final class CountedStream extends OutputStream {

    private final OutputStream out;
    private final MessageDigest digest;
    private long bytes;

    CountedStream(OutputStream out) {
        this.out = out;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void write(int one) throws IOException {
        out.write(one);
        digest.update((byte) one);
        bytes++;
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
        out.write(some, from, length);
        digest.update(some, from, length);
        bytes += length;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** What was written; to be asked once, at the end. */
    Written written(String name, long rows) {
        return new Written(name, rows, bytes, HexFormat.of().formatHex(digest.digest()));
    }
}
