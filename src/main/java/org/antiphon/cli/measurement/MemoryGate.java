package org.antiphon.cli.measurement;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;

/** Lets only so many sounds into memory at once as fit there, however many cores there are. */
final class MemoryGate {

    private static final int MEBIBYTE = 1 << 20;

    private final int all;
    private final Semaphore free;

    /** @param bytes what may be used together */
    MemoryGate(long bytes) {
        this.all = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / MEBIBYTE));
        this.free = new Semaphore(all, true);
    }

    /** Most of this process's heap. */
    static MemoryGate ofThisProcess() {
        return new MemoryGate(Runtime.getRuntime().maxMemory() / 4 * 3);
    }

    /** Waits until so much is free; refused if it never will be. */
    Share take(double bytes) {
        int wanted = (int) Math.min(Integer.MAX_VALUE, 1 + bytes / MEBIBYTE);
        if (wanted > all) {
            return new Share(wanted, true);
        }
        try {
            free.acquire(wanted);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for memory");
        }
        return new Share(wanted, false);
    }

    /** Memory that is in use until this is closed. */
    final class Share implements AutoCloseable {

        private final int mebibytes;
        private final boolean refused;

        private Share(int mebibytes, boolean refused) {
            this.mebibytes = mebibytes;
            this.refused = refused;
        }

        boolean refused() {
            return refused;
        }

        int mebibytes() {
            return mebibytes;
        }

        @Override
        public void close() {
            if (!refused) {
                free.release(mebibytes);
            }
        }
    }
}
