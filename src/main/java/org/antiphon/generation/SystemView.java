package org.antiphon.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What this installation runs on. */
@Schema(name = "System")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SystemView(
        @Schema(
                description =
                        "Where translations are made: here, soon (the models are being opened), elsewhere (this process "
                                + "only serves pages) or nowhere (the models are missing or damaged)")
        String translating,

        @Schema(description = "Processor of the models, as the engine names it; absent unless they are open here")
        String device,

        List<ModelView> models,
        String version,
        QueueView queue) {

    /** A shipped model and the page with its card. */
    @Schema(name = "Model")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ModelView(
            String family,
            String name,

            @Schema(description = "How many trained numbers it has; absent unless it is open here")
            Long parameters,

            String card) {}

    /** How many translations wait and run, over all workers. */
    @Schema(name = "Queue")
    public record QueueView(long waiting, long running) {}
}
