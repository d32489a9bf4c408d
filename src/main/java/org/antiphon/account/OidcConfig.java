package org.antiphon.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** The provider that OpenID Connect signs in by; there is none unless it is configured. */
@ConfigMapping(prefix = "antiphon.oidc")
interface OidcConfig {

    /** What its discovery document is found below. */
    Optional<URI> issuer();

    Optional<String> clientId();

    /** Empty for a public client, which PKCE alone protects. */
    Optional<String> clientSecret();

    /** What the button says: "Sign in with …". */
    @WithDefault("your institution")
    String name();

    /** Everybody with a verified address in this domain may come in uninvited, to see what they are let into. */
    Optional<String> domain();
}
