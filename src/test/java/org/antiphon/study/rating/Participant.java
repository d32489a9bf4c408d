package org.antiphon.study.rating;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Takes part over HTTP, as a page does: knows nothing but what the server says. */
public final class Participant {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int MOST_ATTEMPTS = 30;
    private static final long MOMENT = 1_000_000_000;

    public final ObjectMapper json = new ObjectMapper();
    private final URI base;
    public JsonNode state;

    public Participant(URI base) {
        this.base = base;
    }

    /** What came back. */
    public record Reply(int status, JsonNode body) {

        public String code() {
            return body.path("code").asText();
        }
    }

    public Reply begin(String slug, ObjectNode more) {
        ObjectNode body = more.deepCopy();
        if (!body.has("key")) {
            body.put("key", UUID.randomUUID().toString());
        }
        Reply reply = post("/api/taking/" + slug + "/sessions", body);
        if (reply.status() < 300) {
            state = reply.body();
        }
        return reply;
    }

    public Participant begun(String slug) {
        Reply reply = begin(slug, json.createObjectNode());
        if (reply.status() != 201) {
            throw new AssertionError(reply);
        }
        return this;
    }

    public String session() {
        return state.get("session").asText();
    }

    public String path() {
        return "/api/taking/sessions/" + session();
    }

    public String step() {
        return state.path("step").path("id").asText();
    }

    public String kind() {
        return state.path("step").path("kind").asText();
    }

    public boolean goesOn() {
        return !state.path("step").isNull();
    }

    public ObjectNode letter(JsonNode answer) {
        ObjectNode letter =
                json.createObjectNode().put("key", UUID.randomUUID().toString()).put("step", step());
        letter.set("answer", answer);
        return letter;
    }

    /** Sends a letter; the state that comes with the reply is the new one. */
    public Reply send(JsonNode letter) {
        Reply reply = post(path() + "/answers", letter);
        if (reply.body().has("state")) {
            state = reply.body().get("state");
        }
        return reply;
    }

    /** Answers until the end, or until a step of that kind comes. */
    public Participant until(String kind, Function<Participant, ObjectNode> answering) {
        while (goesOn() && !kind().equals(kind)) {
            String step = step();
            Reply reply = send(answering.apply(this));
            if (reply.status() != 200) {
                throw new AssertionError(step + ": " + reply);
            }
        }
        return this;
    }

    public Reply get(String path) {
        return exchange(HttpRequest.newBuilder(base.resolve(path)).build());
    }

    public HttpResponse<byte[]> bytes(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Reply post(String path, JsonNode body) {
        return post(path, body.toString());
    }

    Reply post(String path, String body) {
        return exchange(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Sends a request; when the server says that it is busy, again after a moment, as pages do. */
    private Reply exchange(HttpRequest request) {
        try {
            for (int attempt = 1; ; attempt++) {
                HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (response.statusCode() != 503 || attempt == MOST_ATTEMPTS) {
                    return new Reply(response.statusCode(), json.readTree(response.body()));
                }
                LockSupport.parkNanos(MOMENT);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
