package org.antiphon.generation;

import static io.restassured.RestAssured.get;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for jobs. */
final class Jobs {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Jobs() {}

    static JsonPath await(Response accepted, String status) {
        accepted.then().statusCode(202);
        return await(accepted.jsonPath().getString("id"), status);
    }

    /** @throws AssertionError with the last state if it ends otherwise or takes too long */
    static JsonPath await(String id, String status) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonPath state = get("/api/translations/" + id).jsonPath();
        while (System.nanoTime() < end) {
            state = get("/api/translations/" + id).jsonPath();
            String now = state.getString("status");
            if (status.equals(now)) {
                return state;
            }
            if ("done".equals(now) || "failed".equals(now)) {
                break;
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("translation should be " + status + " and is " + state.prettify());
    }
}
