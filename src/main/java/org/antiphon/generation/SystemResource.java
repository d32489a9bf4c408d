package org.antiphon.generation;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What this installation runs on and how busy it is. */
@Path("/api/system")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "System")
public class SystemResource {

    private final SystemState state;

    @Inject
    SystemResource(SystemState state) {
        this.state = state;
    }

    @GET
    @Operation(summary = "Device, models, version and queue")
    public SystemView get() {
        return state.view();
    }
}
