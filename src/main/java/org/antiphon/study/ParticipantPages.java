package org.antiphon.study;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.Cache;

/**
 * Where somebody takes part in a study. The page is the same for every study and every participant; what they may see
 * comes through the interface for participants, so nothing here can tell one condition from another.
 */
@Path("/s")
@Produces(MediaType.TEXT_HTML)
public class ParticipantPages {

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance study();
    }

    @GET
    @Path("{slug}")
    @Cache(noStore = true)
    public TemplateInstance study(@PathParam("slug") String slug) {
        return Templates.study();
    }
}
