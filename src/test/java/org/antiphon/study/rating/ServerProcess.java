package org.antiphon.study.rating;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.antiphon.platform.EmbeddedDatabase;
import org.antiphon.platform.FileArtifactStore;
import org.junit.jupiter.api.Assumptions;

/** The packaged program as a process of its own, on a folder and a port that it keeps however often it is killed. */
public final class ServerProcess implements AutoCloseable {

    private static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path data;
    private final int port;
    private Process process;

    private ServerProcess(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /** A server on this folder; the test is skipped, with a message, where the program has not been packaged. */
    public static ServerProcess on(Path data) throws IOException {
        Assumptions.assumeTrue(Files.exists(PROGRAM), "the program has not been packaged: mvn package comes first");
        try (ServerSocket free = new ServerSocket(0)) {
            return new ServerProcess(data, free.getLocalPort());
        }
    }

    public URI root() {
        return URI.create("http://localhost:" + port + "/");
    }

    /** What it has said since the first start. */
    public Path log() {
        return data.resolveSibling("server.log");
    }

    /** Comes back when it answers. */
    public void start() throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dquarkus.http.port=" + port,
                "-Dantiphon.data-folder=" + data.toAbsolutePath(),
                "-Dantiphon.studies.sample=false",
                "-Dantiphon.worker.threads=0",
                "-jar",
                PROGRAM.toString());
        Path log = log();
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        for (long end = System.nanoTime() + PATIENCE.toNanos(); !answers(); ) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("the server did not start:\n" + Files.readString(log));
            }
            LockSupport.parkNanos(200_000_000);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(root().resolve("q/health/ready"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** As {@code kill -9} does: it can write nothing more, and say goodbye to nobody. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }

    /** Ends it in an orderly way, and its database with it. */
    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                kill();
            }
        }
    }

    /** What may be done with its database and its files, in one transaction, while it runs. */
    void within(Consumer<Publishing> work) throws IOException, SQLException {
        EmbeddedDatabase.OfAnother database =
                EmbeddedDatabase.ofAnother(data).orElseThrow(() -> new AssertionError("there is no database"));
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            connection.setAutoCommit(false);
            FileArtifactStore store = new FileArtifactStore(data.resolve("artifacts"), Clock.systemUTC());
            work.accept(new Publishing(new Sql(always(connection)), store, Runnable::run));
            connection.commit();
        }
    }

    /** One connection for everybody, which stays open. */
    private static DataSource always(Connection connection) {
        Connection open = proxy(Connection.class, connection);
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, values) -> open);
    }

    private static <T> T proxy(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(target, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
