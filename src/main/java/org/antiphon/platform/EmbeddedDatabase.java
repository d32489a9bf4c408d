package org.antiphon.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL server of our own, with its data in the data folder, for whoever has configured none.
 *
 * <p>It is started from the distribution in a library meant for tests, whose defaults would be wrong for data that is to
 * last: it switches {@code fsync} and {@code synchronous_commit} off and trusts every local user. All three are set
 * back here. It listens on the loopback address only, on a port that is free at the time, and asks for a password that
 * lies in the data folder, readable by the owner.
 *
 * <p>After a {@code kill -9} of this process the server lives on without a parent. The next start finds it through
 * {@code postmaster.pid} and stops it in an orderly way before it starts its own; committed rows are kept.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String USER = "postgres";
    private static final String PASSWORD = "password";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres server, String password) {
        this.server = server;
        this.password = password;
    }

    /**
     * Starts the server on the data of this folder, creating them the first time.
     *
     * @throws IOException naming the folder if the server does not start
     */
    public static EmbeddedDatabase start(DataFolder folder) throws IOException {
        Path home = Files.createDirectories(folder.path().resolve("postgres"));
        Path data = home.resolve("data");
        stopOrphan(data);
        Path passwordFile = home.resolve(PASSWORD);
        boolean fresh = !Files.exists(data.resolve("postgresql.conf"));
        String password = password(passwordFile, fresh);
        if (fresh) {
            Files.createDirectories(data);
        }
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(home.resolve("bin").toFile())
                    .setPGStartupWait(PATIENCE)
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setConnectConfig("password", password)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "''")
                    .start();
            return new EmbeddedDatabase(server, password);
        } catch (IOException | IllegalStateException e) {
            throw new IOException("the embedded database in " + home + " did not start: " + e.getMessage(), e);
        }
    }

    /**
     * The server that another process keeps on this folder.
     *
     * @param ended completes when that server has gone, with everything that was committed on disk
     */
    public record OfAnother(String url, String user, String password, CompletableFuture<?> ended) {}

    /**
     * Finds the server that another process keeps on the folder, to share it.
     *
     * @return empty if there is none, or none that is ready
     * @throws IOException naming the password file if it cannot be read
     */
    public static Optional<OfAnother> ofAnother(Path dataFolder) throws IOException {
        Path home = dataFolder.toAbsolutePath().resolve("postgres");
        Optional<Postmaster> found = Postmaster.of(home.resolve("data")).filter(Postmaster::ready);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Postmaster server = found.get();
        String password = Files.readString(home.resolve(PASSWORD)).strip();
        return Optional.of(new OfAnother(
                url(server.port()), USER, password, server.process().onExit()));
    }

    public String url() {
        return url(server.getPort());
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Stops the server after its connections; what was committed is on disk. */
    @Override
    public void close() throws IOException {
        server.close();
    }

    private static String password(Path file, boolean fresh) throws IOException {
        if (!fresh && Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Files.deleteIfExists(file);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(file, ownerOnly);
        Files.write(file, password.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
        return password;
    }

    private static void stopOrphan(Path data) throws IOException {
        Optional<Postmaster> orphan = Postmaster.of(data);
        if (orphan.isEmpty()) {
            return;
        }
        ProcessHandle process = orphan.get().process();
        interrupt(process);
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(
                    "a PostgreSQL of an earlier run (process " + process.pid() + ") still works on " + data
                            + " and does not stop; stop it by hand",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while an earlier PostgreSQL on " + data + " was stopping", e);
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown; plain termination would wait for every client to leave. */
    private static void interrupt(ProcessHandle process) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            process.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopping process " + process.pid(), e);
        }
    }
}
