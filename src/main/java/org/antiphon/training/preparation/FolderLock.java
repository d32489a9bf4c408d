package org.antiphon.training.preparation;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One process at a time prepares into a folder. The operating system lets go when the process ends, however it does. */
final class FolderLock implements Closeable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws IOException if another process holds it */
    static FolderLock take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw held(folder, e);
        }
        channel.close();
        throw held(folder, null);
    }

    private static IOException held(Path folder, Throwable cause) {
        return new IOException(
                "another process is preparing into " + folder + "; wait for it, or choose another folder", cause);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
