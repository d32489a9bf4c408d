package org.antiphon.account;

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

/** Who saw or changed a study, for its researchers. */
@Path("/studies/{slug}/log")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class StudyLogPages {

    private final AuditLog log;

    @Inject
    StudyLogPages(AuditLog log) {
        this.log = log;
    }

    @GET
    @Needs(Right.WRITE)
    public Response ofStudy(
            @PathParam("slug") String slug, @RestQuery("deed") String deed, @RestQuery("before") String before) {
        AuditLog.Filter filter = LogView.filter(Optional.of(slug), deed, before);
        return AccountsPages.noStore(LogPages.Templates.log(LogView.of(
                "Who saw or changed “" + slug + "”", "/studies/" + slug + "/log", false, filter, log.read(filter))));
    }
}
