package org.antiphon.generation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells what happens to a translation while it happens. */
@Path("/api/translations/{id}/events")
@Tag(name = "Translations")
public class EventsResource {

    /** How soon a change is seen; one look costs a primary key lookup. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** After so many looks without news a comment keeps proxies from closing the line. */
    private static final int SILENT_LOOKS = 30;

    private final TranslationViews views;
    private final ObjectMapper json;

    @Inject
    EventsResource(TranslationViews views, ObjectMapper json) {
        this.views = views;
        this.json = json;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Operation(
            summary = "Follow a translation",
            description = "Server-sent events named state, each with the translation as JSON, on every change; "
                    + "the line is closed when it is done, failed or cancelled.")
    @APIResponse(responseCode = "200", description = "A stream of events")
    @APIResponse(responseCode = "404", description = "None of this id, or deleted")
    public Multi<OutboundSseEvent> follow(@PathParam("id") String id, @Context Sse sse) {
        Watch watch = new Watch(views.of(id).orElseThrow(Ordering::unknown), sse);
        return Multi.createFrom()
                .ticks()
                .every(LOOK)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToMultiAndConcatenate(tick -> Multi.createFrom().iterable(watch.look()))
                .select()
                .first(Optional::isPresent)
                .map(Optional::get);
    }

    /** One visitor's look at one translation. */
    private final class Watch {
        private final Sse sse;
        private TranslationView last;
        private String told = "";
        private int silent;

        Watch(TranslationView first, Sse sse) {
            this.sse = sse;
            this.last = first;
        }

        /** What is new; the line ends with an empty one. */
        List<Optional<OutboundSseEvent>> look() {
            List<Optional<OutboundSseEvent>> news = new ArrayList<>();
            last = views.of(last.id()).orElseGet(last::gone);
            String now = write(last);
            if (!now.equals(told)) {
                told = now;
                silent = 0;
                news.add(Optional.of(state(now)));
            } else if (++silent % SILENT_LOOKS == 0) {
                news.add(Optional.of(sse.newEventBuilder().comment("still here").build()));
            }
            if (Status.ofLabel(last.status()).ended()) {
                news.add(Optional.empty());
            }
            return news;
        }

        private OutboundSseEvent state(String data) {
            return sse.newEventBuilder()
                    .name("state")
                    .mediaType(MediaType.TEXT_PLAIN_TYPE)
                    .data(String.class, data)
                    .build();
        }
    }

    private String write(TranslationView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write translation " + view.id() + " as JSON", e);
        }
    }
}
