package org.antiphon.study.rating;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * A clip of samples with a breath of noise, another wherever the clip stands. One recording may stand in two places of a
 * page: the hidden reference is the open one, X is A or B, two conditions may share their sound. As files they differ by
 * their padding; this makes them differ in every stretch of sound as well, so that no hash or comparison of what was
 * decoded finds two that are equal.
 *
 * <p>The noise is that of the dither of a compact disc: triangular between plus and minus one step of 16 bits, −98 dB below
 * full scale, 75 dB below the loudness at which clips are presented, and so below the threshold of hearing at any bearable
 * level. Noise is a function of its seed and the number of the sample, so that ranges fit together.
 *
 * <p>What it does not hide, and nothing can that leaves the sounds what they are: a program that subtracts the clips of a
 * page from each other finds that the hidden reference is nearer to the open one than the other conditions are. That is
 * what listeners are asked to hear. The sound of an MP4 file is compressed and passes as it is stored, in several takes.
 */
final class DitheredStream extends FilterInputStream {

    private static final int BLOCK = 4096;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final Pcm pcm;
    private final long seed;
    private long position;
    private byte[] block = new byte[0];
    private int next;

    /**
     * @param from where in the file the stream begins; not within a sample
     * @param seed at least eight bytes
     */
    DitheredStream(InputStream clip, long from, Pcm pcm, byte[] seed) {
        super(clip);
        if (pcm.before(from) != from) {
            throw new IllegalArgumentException("the stream begins within a sample of " + pcm + ", at " + from);
        }
        this.position = from;
        this.pcm = pcm;
        this.seed = ByteBuffer.wrap(seed).getLong();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (next == block.length) {
            fill();
        }
        int count = Math.min(length, block.length - next);
        System.arraycopy(block, next, bytes, offset, count);
        next += count;
        return count == 0 ? -1 : count;
    }

    /** Reads on to the next border of the samples, or some whole samples. */
    private void fill() throws IOException {
        boolean sounds = position >= pcm.from() && position < pcm.to();
        long border = position < pcm.from() ? pcm.from() : sounds ? pcm.to() : Long.MAX_VALUE;
        block = in.readNBytes((int) Math.min(BLOCK * (long) pcm.width(), border - position));
        next = 0;
        if (sounds) {
            long first = (position - pcm.from()) / pcm.width();
            for (int i = 0; i < block.length / pcm.width(); i++) {
                add(i * pcm.width(), noise(first + i));
            }
        }
        position += block.length;
    }

    private void add(int at, double noise) {
        int bits = 8 * pcm.width();
        int sample = 0;
        for (int b = 0; b < pcm.width(); b++) {
            sample |= (block[at + b] & 0xff) << 8 * b;
        }
        // the sign
        sample = sample << 32 - bits >> 32 - bits;
        int most = (1 << bits - 1) - 1;
        int heard = (int) Math.max(-most - 1, Math.min(most, sample + Math.round(noise * (1 << bits - 16))));
        for (int b = 0; b < pcm.width(); b++) {
            block[at + b] = (byte) (heard >> 8 * b);
        }
    }

    /** Between −1 and 1, the sum of two draws; the generator is SplitMix64 (Steele, Lea and Flood 2014). */
    private double noise(long sample) {
        long z = seed + (sample + 1) * GOLDEN;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        z ^= z >>> 31;
        return ((z >>> 32) - (z & 0xffffffffL)) / (double) (1L << 32);
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, BLOCK)).length;
    }

    @Override
    public int available() {
        return block.length - next;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
