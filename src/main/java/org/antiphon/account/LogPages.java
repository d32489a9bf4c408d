package org.antiphon.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;

/** Who saw or changed what, all of it, for the owner. */
@Path("/accounts/log")
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
    @Needs(value = Right.ADMINISTER, inPerson = true)
    public Response all(
            @RestQuery("study") String study, @RestQuery("deed") String deed, @RestQuery("before") String before) {
        AuditLog.Filter filter = LogView.filter(Forms.given(study), deed, before);
        return AccountsPages.noStore(
                Templates.log(LogView.of("Who saw or changed what", "/accounts/log", true, filter, log.read(filter))));
    }
}
