package org.antiphon.feature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Keeps computed features in a folder, found again by the content they were computed from. Threads and processes may
 * share one folder: an entry appears whole or not at all, and within one process nothing is computed twice. An entry
 * that was damaged on disk is computed anew.
 */
public final class FeatureCache {

    private static final int DIGEST_BYTES = 32;

    private final Path folder;
    private final Object[] locks = new Object[64];

    public FeatureCache(Path folder) {
        this.folder = folder;
        Arrays.setAll(locks, i -> new Object());
    }

    /**
     * What an entry is found by.
     *
     * @param content SHA-256 of the source, 64 hexadecimal digits
     * @param feature name of the feature, letters, digits and hyphens
     * @param version raised whenever the feature is computed differently
     */
    public record Key(String content, String feature, int version) {

        /** @throws IllegalArgumentException if a part is malformed */
        public Key {
            if (!content.matches("[0-9a-f]{64}") || !feature.matches("[a-z0-9-]+") || version < 0) {
                throw new IllegalArgumentException(
                        "malformed feature key: content " + content + ", feature " + feature + ", version " + version);
            }
        }

        private String fileName() {
            return content + "." + feature + "." + version;
        }
    }

    /** Computes the bytes of a feature. */
    @FunctionalInterface
    public interface Computation {
        byte[] compute() throws IOException;
    }

    /** SHA-256 of a file, as a key's content. */
    public static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of bytes, as a key's content. */
    public static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** The kept bytes, or those of {@code computation}, which are kept from now on. */
    public byte[] get(Key key, Computation computation) throws IOException {
        synchronized (locks[Math.floorMod(key.hashCode(), locks.length)]) {
            Optional<byte[]> kept = find(key);
            if (kept.isPresent()) {
                return kept.get();
            }
            byte[] computed = computation.compute();
            write(key, computed);
            return computed;
        }
    }

    /** The kept bytes, if they are there and whole. */
    public Optional<byte[]> find(Key key) throws IOException {
        try {
            byte[] file = Files.readAllBytes(path(key));
            if (file.length < DIGEST_BYTES) {
                return Optional.empty();
            }
            byte[] body = Arrays.copyOfRange(file, DIGEST_BYTES, file.length);
            boolean whole = Arrays.equals(sha256().digest(body), Arrays.copyOf(file, DIGEST_BYTES));
            return whole ? Optional.of(body) : Optional.empty();
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    private void write(Key key, byte[] body) throws IOException {
        Path target = path(key);
        Files.createDirectories(target.getParent());
        Path part = Files.createTempFile(target.getParent(), "part-", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                writeAll(channel, ByteBuffer.wrap(sha256().digest(body)));
                writeAll(channel, ByteBuffer.wrap(body));
                channel.force(true);
            }
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path path(Key key) {
        return folder.resolve(key.content().substring(0, 2)).resolve(key.fileName());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
