package org.antiphon.account;

import io.quarkus.runtime.BlockingOperationControl;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Notes in the audit log what is done at the addresses of studies: pages and participants that are looked at, files that are
 * taken away, and every change. What pages fetch behind them to draw themselves is left out, or it would bury the rest.
 */
@Provider
class AuditFilter implements ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(AuditFilter.class);

    private final AuditLog log;
    private final Caller caller;

    @Context
    ResourceInfo resource;

    @Inject
    AuditFilter(AuditLog log, Caller caller) {
        this.log = log;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        // whom the guard has not seen has asked for nothing that is guarded, or for nothing that is there
        if (response.getStatus() >= 400 || Caller.asking(caller).isEmpty()) {
            return;
        }
        Method method = resource.getResourceMethod();
        Optional<GuardedPath> path = GuardedPath.of(resource.getResourceClass(), method, request.getMethod());
        Optional<String> variable = path.flatMap(GuardedPath::variable);
        if (variable.isEmpty()) {
            return;
        }
        String template = GuardedPath.template(resource.getResourceClass(), method);
        boolean file =
                String.valueOf(response.getHeaderString("Content-Disposition")).startsWith("attachment");
        boolean page = !template.startsWith("/api/");
        deed(method, path.get().right(), request.getMethod(), template, file, page)
                .ifPresent(deed -> note(
                        deed,
                        request.getUriInfo().getPathParameters().getFirst(variable.get()),
                        request.getMethod() + " " + request.getUriInfo().getPath()));
    }

    /**
     * @param file whether the answer is a file to be kept
     * @param page whether it is a page for people
     * @return empty if it is not worth a note
     */
    static Optional<Deed> deed(Method method, Right right, String http, String template, boolean file, boolean page) {
        Audited said = method.getAnnotation(Audited.class);
        if (said != null) {
            return Optional.of(said.value());
        }
        if (!http.equals("GET")) {
            return right == Right.READ ? Optional.empty() : Optional.of(Deed.STUDY_CHANGED);
        }
        if (file) {
            return Optional.of(Deed.DOWNLOADED);
        }
        if (template.matches(".*/(participants|sessions)/\\{.*")) {
            return Optional.of(Deed.PARTICIPANT_VIEWED);
        }
        return page ? Optional.of(Deed.STUDY_OPENED) : Optional.empty();
    }

    /** What was done is done: a note that cannot be written is no reason to say that it failed. */
    private void note(Deed deed, String study, String detail) {
        Optional<Who> who = caller.who();
        Runnable write = () -> {
            try {
                log.note(who, deed, Optional.of(study), detail);
            } catch (RuntimeException e) {
                LOG.errorf(e, "the audit log lacks that somebody %s: %s", deed.words(), detail);
            }
        };
        if (BlockingOperationControl.isBlockingAllowed()) {
            write.run();
        } else {
            Infrastructure.getDefaultExecutor().execute(write);
        }
    }
}
