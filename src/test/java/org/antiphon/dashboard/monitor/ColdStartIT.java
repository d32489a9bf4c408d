package org.antiphon.dashboard.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antiphon.platform.EmbeddedDatabase;
import org.antiphon.study.rating.ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first answers of a server that has just been started, over HTTP, about many ratings: {@code -Dratings=1000000} makes them
 * as many as are wished. It prints how long the overview and the page of results took, in a program that has answered nothing
 * before.
 */
@Tag("heavy")
class ColdStartIT {

    private static final int RATINGS = Integer.getInteger("ratings", 60 * Filled.RATINGS);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    /** What came back, and how long it took. */
    private record Got(String body, double seconds) {}

    @Test
    void tellsOfManyRatingsWithinASecondOfBeingAsked() throws Exception {
        Path data = folder.resolve("data");
        try (ServerProcess server = ServerProcess.on(data)) {
            server.start();
            String cookie = becomeOwner(server);
            EmbeddedDatabase.OfAnother database =
                    EmbeddedDatabase.ofAnother(data).orElseThrow();
            try (Connection connection =
                    DriverManager.getConnection(database.url(), database.user(), database.password())) {
                Filled.fill(connection, "watched", RATINGS / Filled.RATINGS);
                // the server finds them by itself, and writes down what it has counted
                while (!remembered(connection)) {
                    LockSupport.parkNanos(1_000_000_000L);
                }
            }
            server.close();
            server.start();
            Got page = get(server, cookie, "studies/watched/monitor");
            Got overview = get(server, cookie, "api/studies/watched/monitor");
            Got again = get(server, cookie, "api/studies/watched/monitor");
            Got reading = get(server, cookie, "studies/watched/results");
            Got shown = reading;
            double waited = reading.seconds();
            while (shown.body().contains("data-soon")) {
                LockSupport.parkNanos(1_000_000_000L);
                shown = get(server, cookie, "studies/watched/results");
                waited += 1 + shown.seconds();
            }
            System.out.printf(
                    "%d ratings, a program just started, over HTTP: page %.2f s and overview %.2f s, asked again %.2f s; results"
                            + " answer in %.2f s and are there after %.1f s%n",
                    RATINGS, page.seconds(), overview.seconds(), again.seconds(), reading.seconds(), waited);
            assertThat(overview.body()).contains("\"begun\":" + RATINGS / Filled.RATINGS);
            assertThat(shown.body()).contains("figure-main-means");
            assertThat(overview.seconds()).isLessThan(1);
        }
    }

    private static boolean remembered(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from remembered_overviews")) {
            row.next();
            return row.getInt(1) > 0;
        }
    }

    /** By the link in the log, as people do. */
    private static String becomeOwner(ServerProcess server) throws IOException, InterruptedException {
        Matcher link = Pattern.compile("/welcome/[A-Za-z0-9_-]+").matcher(Files.readString(server.log()));
        assertThat(link.find()).isTrue();
        URI address = server.root().resolve(link.group());
        HttpResponse<String> welcomed = HTTP.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.ofString("password=a+password+for+tests"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return welcomed.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private static Got get(ServerProcess server, String cookie, String path) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(server.root().resolve(path))
                        .header("Cookie", cookie)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return new Got(answer.body(), seconds);
    }
}
