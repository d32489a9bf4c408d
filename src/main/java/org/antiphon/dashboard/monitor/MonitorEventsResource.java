package org.antiphon.dashboard.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.antiphon.account.Access;
import org.antiphon.account.ForResearchers;
import org.antiphon.account.Right;
import org.antiphon.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells how a study goes on while it does. */
@Path("/api/studies/{slug}/monitor/events")
@Tag(name = "Monitoring")
@ForResearchers
public class MonitorEventsResource {

    private static final Duration LOOK = Duration.ofSeconds(2);

    /** After so many looks without news a comment keeps proxies from closing the line. */
    private static final int SILENT_LOOKS = 10;

    /** A line ends after this time, lest it outlives a page that nobody looks at; the page opens another. */
    private static final Duration LASTS = Duration.ofMinutes(10);

    /** Lines at a time; further pages ask every few seconds instead. */
    private static final int LINES = 100;

    private static final Duration COME_AGAIN = Duration.ofSeconds(30);

    private final Monitor monitor;
    private final Access access;
    private final ObjectMapper json;
    private final Semaphore lines = new Semaphore(LINES);

    @Inject
    MonitorEventsResource(Monitor monitor, Access access, ObjectMapper json) {
        this.monitor = monitor;
        this.access = access;
        this.json = json;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Operation(
            summary = "Follow a study",
            description = "Server-sent events named overview, each with the overview as JSON, whenever it changes.")
    @APIResponse(responseCode = "200", description = "A stream of events")
    @APIResponse(responseCode = "503", description = "Too many are watching; ask for the overview now and then instead")
    public Multi<OutboundSseEvent> follow(
            @PathParam("slug") String slug, @QueryParam("version") Integer version, @Context Sse sse) {
        Optional<Integer> wanted = Optional.ofNullable(version);
        // refuses what is not there before a line is taken
        monitor.overview(slug, wanted);
        if (!lines.tryAcquire()) {
            throw new Problem(
                            "Too many are watching",
                            503,
                            "Ask for the overview now and then instead.",
                            "too-many-lines",
                            Optional.of(COME_AGAIN))
                    .exception();
        }
        BooleanSupplier stillMay = access.lasting(Right.READ, slug);
        AtomicBoolean open = new AtomicBoolean(true);
        Line line = new Line(slug, wanted, sse);
        return Multi.createFrom()
                .ticks()
                .every(LOOK)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                // who may look no longer sees nothing more, from the next look on
                .select()
                .first(tick -> stillMay.getAsBoolean())
                .onItem()
                .transformToMultiAndConcatenate(tick -> Multi.createFrom().iterable(line.look()))
                .select()
                .first(LASTS)
                .onTermination()
                .invoke(() -> {
                    if (open.getAndSet(false)) {
                        lines.release();
                    }
                });
    }

    /** One page that watches. */
    private final class Line {
        private final String slug;
        private final Optional<Integer> version;
        private final Sse sse;
        private String told = "";
        private int silent;

        Line(String slug, Optional<Integer> version, Sse sse) {
            this.slug = slug;
            this.version = version;
            this.sse = sse;
        }

        List<OutboundSseEvent> look() {
            Overview overview = monitor.overview(slug, version);
            ObjectNode body = json.valueToTree(overview);
            // when it was counted, and what follows from the time alone, is no news
            ObjectNode compared = body.deepCopy();
            compared.remove(List.of("at", "health"));
            ((ObjectNode) compared.get("progress")).remove("estimate");
            String now = write(compared);
            if (!now.equals(told)) {
                told = now;
                silent = 0;
                return List.of(sse.newEventBuilder()
                        .name("overview")
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(String.class, write(body))
                        .build());
            }
            return ++silent % SILENT_LOOKS == 0
                    ? List.of(sse.newEventBuilder().comment("still here").build())
                    : List.of();
        }
    }

    private String write(ObjectNode body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
