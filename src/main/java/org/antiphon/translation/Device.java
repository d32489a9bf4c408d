package org.antiphon.translation;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What computes: one at a time, in the order of asking; a long request asks anew for each of its windows. */
final class Device implements AutoCloseable {

    private final NDManager manager;
    private final ReentrantLock turn = new ReentrantLock(true);

    Device() {
        manager = NDManager.newBaseManager();
    }

    NDManager manager() {
        return manager;
    }

    /** Which device, in words: "CPU, PyTorch 2.7.1" or "GPU 0, PyTorch 2.7.1". */
    String description() {
        ai.djl.Device device = manager.getDevice();
        Engine engine = manager.getEngine();
        String where = device.isGpu() ? "GPU " + device.getDeviceId() : "CPU";
        return where + ", " + engine.getEngineName() + " " + engine.getVersion();
    }

    /** @throws DeviceOutOfMemory if that is why the work failed */
    <T> T compute(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } catch (EngineException | OutOfMemoryError e) {
            if (e instanceof OutOfMemoryError || isOutOfMemory(e.getMessage())) {
                throw new DeviceOutOfMemory(description(), e);
            }
            throw e;
        } finally {
            turn.unlock();
        }
    }

    static boolean isOutOfMemory(String message) {
        String text = message == null ? "" : message.toLowerCase(Locale.ROOT);
        return text.contains("out of memory") || text.contains("can't allocate memory") || text.contains("bad_alloc");
    }

    @Override
    public void close() {
        manager.close();
    }
}
