package org.antiphon.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder of one installation, held by one process at a time for as long as this object is open. */
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Creates the folder if need be and takes it. The operating system lets go when the process ends, however it ends.
     *
     * @throws InUse naming the folder if another process holds it
     * @throws IOException naming the folder if it cannot be written to
     */
    public static DataFolder take(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        Files.createDirectories(absolute);
        FileChannel channel = FileChannel.open(
                absolute.resolve("antiphon.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new DataFolder(absolute, channel, lock);
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            channel.close();
            throw new InUse(absolute);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new InUse(absolute);
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }

    /** Another process holds the folder. */
    public static final class InUse extends IOException {
        private static final long serialVersionUID = 1L;

        InUse(Path folder) {
            super(
                    "the data folder " + folder
                            + " is in use by another process. Stop that one, choose another folder with "
                            + "-Dantiphon.data-folder=…, or let both share a PostgreSQL by setting quarkus.datasource.jdbc.url.");
        }
    }
}
