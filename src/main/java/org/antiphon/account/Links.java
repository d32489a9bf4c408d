package org.antiphon.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.antiphon.platform.PlatformConfig;

/** Addresses of this server as others reach it. */
@ApplicationScoped
class Links {

    private final Optional<URI> publicAddress;

    @Inject
    Links(PlatformConfig config) {
        this.publicAddress = config.publicAddress();
    }

    /** @param path beginning with a slash */
    String to(String path, UriInfo asked) {
        return publicAddress.orElse(asked.getBaseUri()).resolve(path).toString();
    }
}
