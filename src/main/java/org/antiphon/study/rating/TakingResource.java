package org.antiphon.study.rating;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.antiphon.clip.Seed;
import org.antiphon.platform.Problem;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Text;
import org.antiphon.study.session.Session;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes participants through a study: begin, see where one stands, answer, take everything back. */
@Path("/api/taking")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Taking part")
public class TakingResource {

    private static final int LONGEST_TOKEN = 60;

    private final Beginning beginning;
    private final Answering answering;
    private final Withdrawing withdrawing;
    private final Attending attending;
    private final StateJson states;
    private final Bodies bodies;
    private final Limits limits;
    private final ObjectMapper json;

    @Inject
    TakingResource(
            Beginning beginning,
            Answering answering,
            Withdrawing withdrawing,
            Attending attending,
            StateJson states,
            Bodies bodies,
            Limits limits,
            ObjectMapper json) {
        this.beginning = beginning;
        this.answering = answering;
        this.withdrawing = withdrawing;
        this.attending = attending;
        this.states = states;
        this.bodies = bodies;
        this.limits = limits;
        this.json = json;
    }

    @GET
    @Path("{slug}")
    @Operation(summary = "What a study is about, and whether it can be begun")
    @APIResponse(responseCode = "404", description = "No study of this name has been published")
    @APIResponse(responseCode = "410", description = "It takes nobody any more")
    public Response study(@PathParam("slug") String slug) {
        Published published = beginning.published(slug);
        Study study = published.study();
        ObjectNode body = json.createObjectNode().put("slug", slug);
        ArrayNode languages = body.putArray("languages");
        study.languages().forEach(language -> languages.add(language.tag()));
        body.set("title", texts(study.title()));
        body.set("about", study.about().map(this::texts).orElse(null));
        body.put("admission", beginning.admission(published).name().toLowerCase(Locale.ROOT));
        ArrayNode ways = body.putArray("ways");
        study.recruitment().ways().forEach(way -> ways.add(Beginning.name(way)));
        Session fresh = Session.begin(study, study.languages().get(0), new Seed(0));
        body.put("minutes", Math.max(1, fresh.position().left().plusSeconds(30).toMinutes()));
        return ok(200, body);
    }

    private ObjectNode texts(Text text) {
        ObjectNode texts = json.createObjectNode();
        text.byLanguage().forEach((language, words) -> texts.put(language.tag(), words));
        return texts;
    }

    @POST
    @Path("{slug}/sessions")
    @Operation(
            summary = "Begin a study, or go on with it",
            description =
                    "The page makes a key; the same key, invitation or Prolific participant finds the same session.")
    @APIResponse(responseCode = "201", description = "Begun")
    @APIResponse(responseCode = "200", description = "It had been begun before")
    @APIResponse(responseCode = "403", description = "An invitation is needed, or not known")
    @APIResponse(responseCode = "409", description = "Taken part already, or all places are taken just now")
    @APIResponse(responseCode = "410", description = "Closed, or complete")
    public Response begin(@PathParam("slug") String slug, InputStream body, @Context HttpServerRequest request) {
        limits.begin(address(request));
        Beginning.Begun begun = beginning.begin(slug, bodies.arrival(bodies.read(body)));
        return ok(begun.now() ? 201 : 200, states.of(begun.visit()));
    }

    @GET
    @Path("sessions/{session}")
    @Operation(summary = "Where a session stands: the step to be taken, or how it ended")
    @APIResponse(responseCode = "404", description = "There is no such session")
    @APIResponse(responseCode = "410", description = "Everything was taken back")
    public Response state(@PathParam("session") String session) {
        limits.answer(token(session));
        return ok(200, states.of(attending.look(session)));
    }

    @POST
    @Path("sessions/{session}/answers")
    @Operation(
            summary = "Save an answer",
            description = "The same key with the same answer is saved once, however often it is sent.")
    @APIResponse(responseCode = "200", description = "The database has committed it")
    @APIResponse(responseCode = "409", description = "Another answer is kept, or another step is due")
    @APIResponse(responseCode = "410", description = "The session has ended")
    @APIResponse(responseCode = "422", description = "No answer to this step")
    public Response answer(@PathParam("session") String session, InputStream body) {
        limits.answer(token(session));
        Answering.Letter letter = bodies.letter(bodies.read(body));
        try {
            Receipt receipt = answering.take(session, letter).orElseThrow(() -> attending.nobody(session));
            return receipt(receipt);
        } catch (AnswerJson.Malformed e) {
            throw Bodies.bad("bad-answer", e.getMessage());
        }
    }

    private Response receipt(Receipt receipt) {
        if (receipt instanceof Receipt.Committed committed) {
            return saved("saved", committed.visit(), committed.saved());
        }
        if (receipt instanceof Receipt.Repeated repeated) {
            return saved("repeated", repeated.visit(), repeated.saved());
        }
        if (receipt instanceof Receipt.Kept kept) {
            ObjectNode body = problem(
                    409, "another-answer-kept", "Another answer was saved", "It came first, and stays as it is.");
            ObjectNode answer = StateJson.saved(kept.saved());
            answer.set("answer", kept.answer());
            body.set("kept", answer);
            body.set("state", states.of(kept.visit()));
            return refused(409, body);
        }
        if (receipt instanceof Receipt.OutOfTurn turn) {
            ObjectNode body = problem(
                    409,
                    "out-of-turn",
                    "Another page comes first",
                    "Nothing was saved; go on with the step of the state.");
            body.set("state", states.of(turn.visit()));
            return refused(409, body);
        }
        if (receipt instanceof Receipt.Over over) {
            ObjectNode body = problem(410, "session-over", "The session has ended", "It takes no further answers.");
            body.set("state", states.of(over.visit()));
            return refused(410, body);
        }
        ObjectNode body =
                problem(422, "not-an-answer", "This is not an answer yet", "Nothing was saved; see what is missing.");
        ArrayNode refusals = body.putArray("refusals");
        ((Receipt.Refused) receipt)
                .refusals()
                .forEach(one -> refusals.addObject().put("key", one.key()).put("why", one.why()));
        return refused(422, body);
    }

    private Response saved(String outcome, Visit visit, Visit.Saved saved) {
        ObjectNode body = json.createObjectNode().put("outcome", outcome);
        body.set("saved", StateJson.saved(saved));
        body.set("feedback", FeedbackJson.of(visit, saved.step()).orElse(null));
        body.set("state", states.of(visit));
        return ok(200, body);
    }

    @POST
    @Path("sessions/{session}/presence")
    @Operation(summary = "A sign of life, so that the session keeps its place")
    public void presence(@PathParam("session") String session) {
        limits.answer(token(session));
        attending.alive(session);
    }

    @POST
    @Path("sessions/{session}/language")
    @Operation(summary = "Take the study in another language, as long as nothing has been answered")
    @APIResponse(responseCode = "409", description = "Something has been answered already")
    public Response language(@PathParam("session") String session, InputStream body) {
        limits.answer(token(session));
        Optional<String> language = Bodies.text(bodies.read(body), "language", LONGEST_TOKEN);
        return ok(200, states.of(attending.speak(session, language)));
    }

    @POST
    @Path("withdrawals")
    @Operation(summary = "Delete everything that was answered in a session, by the code the participant keeps")
    @APIResponse(responseCode = "200", description = "Deleted; says how many answers there were")
    @APIResponse(responseCode = "404", description = "Nobody has this code (any more)")
    public Response withdraw(InputStream body, @Context HttpServerRequest request) {
        limits.withdraw(address(request));
        JsonNode tree = bodies.read(body);
        // people type it with spaces, hyphens and capitals
        String code = Bodies.text(tree, "code", LONGEST_TOKEN)
                .orElse("")
                .replaceAll("[\\s-]", "")
                .toLowerCase(Locale.ROOT);
        OptionalInt deleted = withdrawing.withdraw(code);
        if (deleted.isEmpty()) {
            throw new Problem(
                            "This code is not known",
                            404,
                            "It has 16 letters and digits. If everything was deleted before, it is not known any more.",
                            "unknown-code")
                    .exception();
        }
        return ok(200, json.createObjectNode().put("answers", deleted.getAsInt()));
    }

    private static ObjectNode problem(int status, String code, String title, String detail) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "urn:antiphon:problem:" + code)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("code", code);
    }

    private static Response ok(int status, ObjectNode body) {
        return Response.status(status)
                .entity(body)
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Response refused(int status, ObjectNode body) {
        return Response.status(status)
                .entity(body)
                .type(Problem.JSON)
                .header("Cache-Control", "no-store")
                .build();
    }

    private static String token(String session) {
        if (session.length() > LONGEST_TOKEN) {
            throw Attending.unknown();
        }
        return session;
    }

    private static String address(HttpServerRequest request) {
        return request.remoteAddress() == null
                ? "unknown"
                : request.remoteAddress().hostAddress();
    }
}
