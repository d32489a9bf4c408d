package org.antiphon.study;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.antiphon.study.edition.Previewing;
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

        static native TemplateInstance study(boolean preview);
    }

    private final Previewing previewing;

    @Inject
    ParticipantPages(Previewing previewing) {
        this.previewing = previewing;
    }

    @GET
    @Path("{slug}")
    @Cache(noStore = true)
    @Blocking
    public TemplateInstance study(@PathParam("slug") String slug) {
        // only the name tells, so that the page of a study is served without asking the database
        return Templates.study(slug.startsWith("preview-") && previewing.isPreview(slug));
    }
}
