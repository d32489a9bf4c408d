package org.antiphon.generation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What this installation runs on. */
@Schema(name = "System")
public record SystemView(
        @Schema(description = "Processor of the models, as the engine names it") String device,
        List<ModelView> models,
        String version,
        QueueView queue) {

    /** A shipped model and the page with its card. */
    @Schema(name = "Model")
    public record ModelView(String family, String name, long parameters, String card) {}

    /** How many translations wait and run, over all workers. */
    @Schema(name = "Queue")
    public record QueueView(long waiting, long running) {}
}
