package org.antiphon.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Pointer;

/**
 * Watches the decoder process from within: it ends when it takes too much memory or time, or when the process that
 * started it is gone. Java threads run on while native code decodes, so this works wherever a decoder is stuck.
 */
final class DecoderWatch {

    static final int OUT_OF_MEMORY = 40;
    static final int OUT_OF_TIME = 41;
    static final int ORPHANED = 42;

    /** System property of the decoder process: how many bytes of memory it may have in all. */
    static final String MEMORY = "antiphon.decoder.memory";

    private static final long MOST_MEMORY = Long.getLong(MEMORY, Long.MAX_VALUE);

    private static final long CHECK_EVERY_MILLIS = 20;

    private DecoderWatch() {}

    static void over(MediaLimits limits, InputStream parent) {
        ScheduledExecutorService watch = Executors.newScheduledThreadPool(2, task -> {
            Thread thread = new Thread(task, "decoder watch");
            thread.setDaemon(true);
            return thread;
        });
        long seconds = limits.timeout().toSeconds() + 5; // a second line: the other side has its own clock
        watch.schedule(() -> Runtime.getRuntime().halt(OUT_OF_TIME), seconds, TimeUnit.SECONDS);
        watch.scheduleWithFixedDelay(
                DecoderWatch::checkMemory, CHECK_EVERY_MILLIS, CHECK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        Thread orphan = new Thread(() -> DecoderMain.endWith(parent), "parent watch");
        orphan.setDaemon(true);
        orphan.start();
        offerToKernel();
    }

    private static void checkMemory() {
        if (Pointer.physicalBytes() > MOST_MEMORY) {
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        }
    }

    /** On Linux: if memory runs out all the same, this process is the one to go. */
    private static void offerToKernel() {
        Path score = Path.of("/proc/self/oom_score_adj");
        if (Files.isWritable(score)) {
            try {
                Files.writeString(score, "1000");
            } catch (IOException e) {
                // a precaution only: without it the kernel chooses by size
            }
        }
    }
}
