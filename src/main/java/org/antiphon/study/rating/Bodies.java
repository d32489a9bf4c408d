package org.antiphon.study.rating;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;

/** Reads what pages send. Whatever cannot be read is refused by name before anything is looked up. */
@ApplicationScoped
class Bodies {

    private static final int MOST_DEVICE_KEYS = 30;
    private static final int LONGEST_DEVICE = 2048;
    private static final int LONGEST_STEP = 200;
    private static final int LONGEST_TOKEN = 200;
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final ObjectMapper json;
    private final int longest;

    @Inject
    Bodies(ObjectMapper json, TakingConfig config) {
        this.json = json;
        this.longest = Math.toIntExact(config.maxBody().asLongValue());
    }

    JsonNode read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(longest + 1);
            if (bytes.length > longest) {
                throw new Problem(
                                "The answer is too long",
                                413,
                                "At most " + longest / 1024 + " kB can be sent at once.",
                                "too-large")
                        .exception();
            }
            JsonNode tree = json.readTree(bytes);
            if (tree == null || !tree.isObject()) {
                throw bad("bad-request", "A JSON object is needed.");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw bad("bad-request", "The body is not JSON.");
        } catch (IOException e) {
            throw bad("bad-request", "The body did not come to its end.");
        }
    }

    Beginning.Arrival arrival(JsonNode body) {
        return new Beginning.Arrival(
                key(body),
                text(body, "language", LONGEST_TOKEN),
                text(body, "invitation", LONGEST_TOKEN),
                text(body.path("prolific"), "pid", LONGEST_TOKEN),
                device(body));
    }

    Answering.Letter letter(JsonNode body) {
        try {
            return new Answering.Letter(
                    key(body),
                    text(body, "step", LONGEST_STEP).orElseThrow(() -> bad("bad-request", "\"step\" is missing.")),
                    body.path("answer"),
                    AnswerJson.readPlays(body.path("plays").isArray() ? body.get("plays") : json.createArrayNode()),
                    took(body),
                    device(body));
        } catch (AnswerJson.Malformed e) {
            throw bad("bad-answer", e.getMessage());
        }
    }

    private static UUID key(JsonNode body) {
        String text = body.path("key").asText();
        if (!UUID_FORM.matcher(text).matches()) {
            throw bad("bad-key", "\"key\" is a UUID that the page made, the same when the request is repeated.");
        }
        return UUID.fromString(text);
    }

    static Optional<String> text(JsonNode body, String key, int longest) {
        JsonNode node = body.path(key);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isTextual()
                || node.textValue().length() > longest
                || node.textValue().indexOf('\0') >= 0) {
            throw bad("bad-request", "\"" + key + "\" is a text of at most " + longest + " characters.");
        }
        return Optional.of(node.textValue());
    }

    private static Optional<Duration> took(JsonNode body) {
        JsonNode took = body.path("took");
        if (took.isMissingNode() || took.isNull()) {
            return Optional.empty();
        }
        boolean possible = took.isNumber()
                && took.doubleValue() >= 0
                && took.doubleValue() <= Duration.ofDays(30).toMillis();
        if (!possible) {
            throw bad("bad-request", "\"took\" is a time in milliseconds.");
        }
        return Optional.of(Duration.ofMillis(Math.round(took.doubleValue())));
    }

    private static Optional<String> device(JsonNode body) {
        JsonNode device = body.path("device");
        if (device.isMissingNode() || device.isNull()) {
            return Optional.empty();
        }
        boolean fits = device.isObject() && device.size() <= MOST_DEVICE_KEYS;
        for (JsonNode member : device) {
            fits &= member.isValueNode();
        }
        String text = device.toString();
        if (!fits || text.length() > LONGEST_DEVICE || text.contains("\\u0000")) {
            throw bad(
                    "bad-request",
                    "\"device\" has at most " + MOST_DEVICE_KEYS + " plain members and " + LONGEST_DEVICE
                            + " characters.");
        }
        return Optional.of(text);
    }

    static ProblemException bad(String code, String detail) {
        return Problem.badRequest(code, "The request cannot be read", detail).exception();
    }
}
