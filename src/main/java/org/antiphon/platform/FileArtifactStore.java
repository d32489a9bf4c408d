package org.antiphon.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.stream.Stream;

/**
 * The artifact store in a folder.
 *
 * <p>An artifact lies at {@code ab/cd/abcd…}: two levels of 256 folders keep each listing short. A file is written under
 * {@code incoming/}, forced to disk, and then renamed, so a name in the tree always has its whole content, whatever
 * happens to the process in between. Putting what is there already renews its time, which protects it from a sweep that
 * runs before the new reference is recorded.
 */
public final class FileArtifactStore implements ArtifactStore {

    private final Path root;
    private final Path incoming;
    private final Clock clock;

    /** @throws IOException naming the folder if it cannot be created */
    public FileArtifactStore(Path root, Clock clock) throws IOException {
        this.root = root;
        this.clock = clock;
        this.incoming = Files.createDirectories(root.resolve("incoming"));
    }

    @Override
    public Entry put(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return put(content);
        }
    }

    @Override
    public Entry put(InputStream content) throws IOException {
        Path draft = Files.createTempFile(incoming, "put", ".part");
        try {
            MessageDigest sha = Digest.sha256();
            long bytes = 0;
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                OutputStream out = Channels.newOutputStream(channel);
                byte[] buffer = new byte[1 << 16];
                for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                    sha.update(buffer, 0, n);
                    out.write(buffer, 0, n);
                    bytes += n;
                }
                channel.force(true);
            }
            Digest digest = Digest.of(sha);
            settle(draft, digest);
            return new Entry(digest, bytes, clock.instant());
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void settle(Path draft, Digest digest) throws IOException {
        Path place = place(digest);
        if (Files.exists(place)) {
            try {
                Files.setLastModifiedTime(place, FileTime.from(clock.instant()));
                return;
            } catch (NoSuchFileException swept) {
                // a sweep took it between the two calls: store it as new
            }
        }
        Files.createDirectories(place.getParent());
        Files.setLastModifiedTime(draft, FileTime.from(clock.instant()));
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public boolean holds(Digest digest) {
        return Files.isRegularFile(place(digest));
    }

    @Override
    public long bytes(Digest digest) throws IOException {
        return Files.size(place(digest));
    }

    @Override
    public InputStream open(Digest digest, long from, long length) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(place(digest));
        try {
            long size = channel.size();
            if (from < 0 || length < 0 || from > size - length) {
                throw new IllegalArgumentException("bytes " + from + " to " + (from + length) + " lie outside " + digest
                        + " of " + size + " bytes");
            }
            channel.position(from);
            return length == 0 ? closing(channel) : new LimitedStream(Channels.newInputStream(channel), length);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static InputStream closing(SeekableByteChannel channel) throws IOException {
        channel.close();
        return new ByteArrayInputStream(new byte[0]);
    }

    @Override
    public Path local(Digest digest) throws IOException {
        Path place = place(digest);
        if (!Files.isRegularFile(place)) {
            throw new NoSuchFileException(place.toString());
        }
        return place;
    }

    @Override
    public void delete(Digest digest) throws IOException {
        Files.deleteIfExists(place(digest));
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // the caller closes it, as the interface says
    public Stream<Entry> list() throws IOException {
        return Files.walk(root, 3)
                .filter(path -> path.getFileName().toString().length() == 64 && Files.isRegularFile(path))
                .map(FileArtifactStore::entry);
    }

    private static Entry entry(Path path) {
        try {
            return new Entry(
                    new Digest(path.getFileName().toString()),
                    Files.size(path),
                    Files.getLastModifiedTime(path).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the artifact " + path, e);
        }
    }

    private Path place(Digest digest) {
        String hex = digest.hex();
        return root.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }
}
