package org.antiphon.study;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.antiphon.study.edition.Previewing;
import org.antiphon.study.rating.Greeting;
import org.jboss.resteasy.reactive.Cache;

/**
 * Where somebody takes part in a study. The page is the same for every participant of a study and says its title; what else
 * they may see comes through the interface for participants, so nothing here can tell one condition from another.
 */
@Path("/s")
@Produces(MediaType.TEXT_HTML)
public class ParticipantPages {

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance study(PageShell shell);
    }

    private final Previewing previewing;
    private final Greeting greeting;

    @Inject
    ParticipantPages(Previewing previewing, Greeting greeting) {
        this.previewing = previewing;
        this.greeting = greeting;
    }

    @GET
    @Path("{slug}")
    @Cache(noStore = true)
    @Blocking
    public TemplateInstance study(@PathParam("slug") String slug, @Context HttpHeaders headers) {
        boolean preview = slug.startsWith("preview-") && previewing.isPreview(slug);
        return Templates.study(PageShell.of(greeting.of(slug, headers.getAcceptableLanguages()), preview));
    }
}
