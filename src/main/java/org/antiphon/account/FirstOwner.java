package org.antiphon.account;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Lets whoever started the server become its owner: as long as the owner has no password, each start writes a link to the log
 * by which one is set. Nobody else reads the log.
 */
@ApplicationScoped
class FirstOwner {

    private static final Logger LOG = Logger.getLogger(FirstOwner.class);

    private final SigningIn signingIn;
    private final int port;

    @Inject
    FirstOwner(SigningIn signingIn, @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080") int port) {
        this.signingIn = signingIn;
        this.port = port;
    }

    /** A worker, which takes any free port, serves no pages to people. */
    void welcome(@Observes StartupEvent event) {
        if (port > 0) {
            signingIn
                    .firstLink()
                    .ifPresent(token -> LOG.infof(
                            "become the owner of this server, once: http://localhost:%d/welcome/%s", port, token));
        }
    }
}
