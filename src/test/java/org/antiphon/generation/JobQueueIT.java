package org.antiphon.generation;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.Digest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happens to a job when it is stopped, fails, or loses its worker; and who has to wait. */
@QuarkusTest
class JobQueueIT {

    private static TestMedia media;

    @Inject
    AgroalDataSource database;

    @Inject
    Visitors visitors;

    @Inject
    Sweeper sweeper;

    @Inject
    ArtifactStore artifacts;

    @TestHTTPResource
    URI base;

    @BeforeAll
    static void makeMedia() throws IOException {
        media = new TestMedia();
    }

    @Test
    void stopsARunningJobAndForgetsIt() throws Exception {
        Response accepted = order(FakeModels.SLOW);
        String id = accepted.jsonPath().getString("id");
        Jobs.await(id, "running");
        given().delete("/api/translations/" + id).then().statusCode(204);
        awaitStatus("/api/translations/" + id, 404);
        assertThat(count("select count(*) from job_attempt where translation_id = ?", id))
                .isZero();
        assertThat(count("select count(*) from scheduled_tasks where task_instance = ?", id))
                .isZero();
    }

    @Test
    void takesAWaitingJobOutOfTheQueue() throws Exception {
        String running = order(FakeModels.SLOW).jsonPath().getString("id");
        Jobs.await(running, "running");
        String waiting = order(1).jsonPath().getString("id");
        given().delete("/api/translations/" + waiting).then().statusCode(204);
        get("/api/translations/" + waiting).then().statusCode(404);
        given().delete("/api/translations/" + running).then().statusCode(204);
        awaitStatus("/api/translations/" + running, 404);
    }

    @Test
    void triesThreeTimesAndThenSaysSo() throws Exception {
        JsonPath failed = Jobs.await(order(FakeModels.BROKEN), "failed");
        assertThat(failed.getString("problem.title")).isNotBlank();
        assertThat(count("select count(*) from job_attempt where translation_id = ?", failed.getString("id")))
                .isEqualTo(3);
    }

    @Test
    void forgivesOneFailure() throws Exception {
        JsonPath done = Jobs.await(order(FakeModels.MOODY), "done");
        assertThat(count("select attempts from translation where id = ?", done.getString("id")))
                .isEqualTo(2);
    }

    @Test
    void saysThatMemoryRanOutAndDoesNotTryAgain() throws Exception {
        JsonPath failed = Jobs.await(order(FakeModels.FULL), "failed");
        assertThat(failed.getString("problem.detail")).contains("memory");
        assertThat(count("select attempts from translation where id = ?", failed.getString("id")))
                .isEqualTo(1);
        get("/api/system").then().statusCode(200);
    }

    @Test
    void takesOverTheJobOfAWorkerThatIsGone() throws Exception {
        String id = Jobs.await(order(5), "done").getString("id");
        execute("delete from translation_artifact where translation_id = ?", id);
        execute("update translation set status = 'running', progress = 0.4, finished_at = null where id = ?", id);
        execute("update job_attempt set ended_at = null, outcome = null where translation_id = ?", id);
        execute(
                "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, "
                        + "version) values ('translate', ?, now() - interval '1 hour', true, 'gone', "
                        + "now() - interval '10 minutes', 1)",
                id);
        Jobs.await(id, "done");
        assertThat(count("select count(*) from job_attempt where translation_id = ? and outcome = 'lost'", id))
                .isEqualTo(1);
        assertThat(count("select count(*) from translation_artifact where translation_id = ?", id))
                .isPositive();
    }

    @Test
    void givesUpAJobWhoseFileIsGone() throws Exception {
        Path file = media.video(true);
        Response accepted = given().multiPart("direction", "video-to-sound")
                .multiPart("media", file.toFile())
                .post("/api/translations");
        String id = Jobs.await(accepted, "done").getString("id");
        artifacts.delete(Digest.of(Files.readAllBytes(file)));
        execute("update translation set status = 'queued', progress = 0, finished_at = null where id = ?", id);
        execute(
                "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version) "
                        + "values ('translate', ?, now(), false, 1)",
                id);
        assertThat(Jobs.await(id, "failed").getString("problem.title")).contains("our side");
        assertThat(count("select attempts from translation where id = ?", id)).isEqualTo(3);
    }

    @Test
    void countsAttemptsThatCannotEvenBegin() throws Exception {
        String id = Jobs.await(order(7), "done").getString("id");
        execute("update translation set status = 'queued', attempts = 0, finished_at = null where id = ?", id);
        execute( // the numbers of all attempts to come are taken, so that none can be written down
                "insert into job_attempt (translation_id, number, worker, started_at, heartbeat_at, ended_at, outcome) "
                        + "select ?, number, 'another', now(), now(), now(), 'lost' from generate_series(2, 9) number",
                id);
        execute(
                "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version) "
                        + "values ('translate', ?, now(), false, 1)",
                id);
        assertThat(Jobs.await(id, "failed").getString("problem.title")).contains("our side");
        assertThat(count("select attempts from translation where id = ?", id)).isEqualTo(3);
        awaitNone("select count(*) from scheduled_tasks where task_instance = ?", id);
    }

    @Test
    void givesUpAJobThatTookThreeWorkersDown() throws Exception {
        String id = Jobs.await(order(6), "done").getString("id");
        execute("update translation set status = 'running', attempts = 3, finished_at = null where id = ?", id);
        execute(
                "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version) "
                        + "values ('translate', ?, now(), false, 1)",
                id);
        assertThat(Jobs.await(id, "failed").getString("problem.title")).contains("given up");
    }

    @Test
    void tellsEveryChangeUntilTheEnd() throws Exception {
        String id = order(9).jsonPath().getString("id");
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/translations/" + id + "/events"))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<String> events = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(events.statusCode()).isEqualTo(200);
        List<String> lines = events.body().lines().toList();
        assertThat(lines).anyMatch(line -> line.matches("event: ?state"));
        List<String> data =
                lines.stream().filter(line -> line.startsWith("data:")).toList();
        JsonPath last = JsonPath.from(data.get(data.size() - 1).substring("data:".length()));
        assertThat(last.getString("status")).isEqualTo("done");
        assertThat(last.getString("links.video")).isNotBlank();
    }

    @Test
    void letsAVisitorWaitWhoAskedForALot() {
        String key = visitors.key("127.0.0.1");
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < 1000; i++) {
                visitors.note(key);
            }
        });
        try {
            given().multiPart("direction", "video-to-sound")
                    .multiPart("media", "x.mp4", new byte[] {1})
                    .post("/api/translations")
                    .then()
                    .statusCode(429)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("hourly-limit"));
        } finally {
            QuarkusTransaction.requiringNew().run(() -> visitors.deleteAll());
        }
    }

    @Test
    void forgetsTranslationsAfterTheirTime() throws Exception {
        String id = Jobs.await(order(11), "done").getString("id");
        execute("update translation set created_at = now() - interval '30 days' where id = ?", id);
        sweeper.sweep();
        get("/api/translations/" + id).then().statusCode(404);
        assertThat(count("select count(*) from translation_artifact where translation_id = ?", id))
                .isZero();
    }

    private static Response order(long seed) {
        try {
            Response response = given().multiPart("direction", "video-to-sound")
                    .multiPart("media", media.video(false).toFile())
                    .multiPart("seed", Long.toString(seed))
                    .post("/api/translations");
            response.then().statusCode(202);
            return response;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitStatus(String path, int status) {
        for (int i = 0; i < 300 && get(path).statusCode() != status; i++) {
            LockSupport.parkNanos(100_000_000);
        }
        get(path).then().statusCode(status);
    }

    private void awaitNone(String sql, String id) throws SQLException {
        for (int i = 0; i < 300 && count(sql, id) > 0; i++) {
            LockSupport.parkNanos(100_000_000);
        }
        assertThat(count(sql, id)).isZero();
    }

    private void execute(String sql, String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }

    private long count(String sql, String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getLong(1);
            }
        }
    }
}
