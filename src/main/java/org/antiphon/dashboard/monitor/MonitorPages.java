package org.antiphon.dashboard.monitor;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.antiphon.account.ForResearchers;
import org.jboss.resteasy.reactive.Cache;

/** Where a study is watched while it runs. What changes comes through the programming interface. */
@Path("/studies/{slug}")
@Produces(MediaType.TEXT_HTML)
@ForResearchers
@Blocking
public class MonitorPages {

    private final Editions editions;

    @Inject
    MonitorPages(Editions editions) {
        this.editions = editions;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance monitor(String slug, String title);

        static native TemplateInstance participants(String slug, String title);

        static native TemplateInstance participant(String slug, String title, String pseudonym);
    }

    @GET
    @Path("monitor")
    @Cache(noStore = true)
    public TemplateInstance monitor(@PathParam("slug") String slug) {
        return Templates.monitor(slug, editions.title(slug));
    }

    @GET
    @Path("participants")
    @Cache(noStore = true)
    public TemplateInstance participants(@PathParam("slug") String slug) {
        return Templates.participants(slug, editions.title(slug));
    }

    @GET
    @Path("participants/{pseudonym}")
    @Cache(noStore = true)
    public TemplateInstance participant(@PathParam("slug") String slug, @PathParam("pseudonym") String pseudonym) {
        return Templates.participant(slug, editions.title(slug), pseudonym);
    }
}
