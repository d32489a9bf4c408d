package org.antiphon.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** Who saw or changed what: all of it for the owner, each study's part for its researchers. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class LogPages {

    private final AuditLog log;

    @Inject
    LogPages(AuditLog log) {
        this.log = log;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance log(LogView log);
    }

    @GET
    @Path("accounts/log")
    @Needs(value = Right.ADMINISTER, inPerson = true)
    public Response all(
            @RestQuery("study") String study, @RestQuery("deed") String deed, @RestQuery("before") String before) {
        AuditLog.Filter filter = LogView.filter(Forms.given(study), deed, before);
        return AccountsPages.noStore(
                Templates.log(LogView.of("Who saw or changed what", "/accounts/log", true, filter, log.read(filter))));
    }

    @GET
    @Path("studies/{slug}/log")
    @Needs(Right.WRITE)
    public Response ofStudy(
            @PathParam("slug") String slug, @RestQuery("deed") String deed, @RestQuery("before") String before) {
        AuditLog.Filter filter = LogView.filter(Optional.of(slug), deed, before);
        return AccountsPages.noStore(Templates.log(LogView.of(
                "Who saw or changed “" + slug + "”", "/studies/" + slug + "/log", false, filter, log.read(filter))));
    }
}
