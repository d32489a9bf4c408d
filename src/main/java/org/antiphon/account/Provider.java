package org.antiphon.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;
import org.jboss.logging.Logger;

/**
 * The other side of signing in by OpenID Connect: the authorization code flow with PKCE (RFC 7636), a nonce and a state, found
 * by discovery. It is asked when somebody signs in, never at start, so that a provider that is down keeps nobody else out.
 */
final class Provider {

    private static final Logger LOG = Logger.getLogger(Provider.class);
    private static final int PATIENCE_MS = 5000;
    private static final int MOST_BYTES = 1 << 17;
    private static final Set<String> OURSELVES = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Signatures by keys that the provider publishes; none with a shared secret, and never "none". */
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final Issuer issuer;
    private final ClientID client;
    private final Optional<Secret> secret;
    private OIDCProviderMetadata metadata;
    private JWKSource<SecurityContext> keys;

    /** @throws IllegalArgumentException if the issuer would be asked without encryption, other than on this machine */
    Provider(URI issuer, String client, Optional<String> secret) {
        boolean safe = "https".equals(issuer.getScheme())
                || "http".equals(issuer.getScheme()) && OURSELVES.contains(issuer.getHost());
        if (!safe) {
            throw new IllegalArgumentException("antiphon.oidc.issuer must begin with https://, was " + issuer);
        }
        this.issuer = new Issuer(issuer);
        this.client = new ClientID(client);
        this.secret = secret.map(Secret::new);
    }

    /** What the browser keeps while its user is at the provider. */
    record Attempt(String state, String nonce, String verifier) {
        static Attempt fresh() {
            return new Attempt(new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue());
        }
    }

    /**
     * Whom the provider vouches for.
     *
     * @param name what they are called there
     * @param email if the provider has verified it, in lower case
     */
    record Person(String issuer, String subject, String name, Optional<String> email) {}

    /** Where the browser is to go. */
    URI begin(Attempt attempt, URI back) {
        return new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE),
                        new Scope("openid", "profile", "email"),
                        client,
                        back)
                .endpointURI(metadata().getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Takes what the provider has sent the browser back with.
     *
     * @param called the address that the browser came back to, with its query
     * @throws ProblemException 401 if it proves nothing, 502 if the provider cannot be understood
     */
    Person finish(Attempt attempt, URI back, URI called) {
        try {
            AuthenticationResponse response = AuthenticationResponseParser.parse(called);
            if (response.getState() == null || !response.getState().equals(new State(attempt.state()))) {
                throw refused("it does not belong to what this browser began");
            }
            // where two providers are confused with each other, this one tells them apart (RFC 9207)
            if (response.getIssuer() != null && !response.getIssuer().equals(issuer)) {
                throw refused("it comes from another provider");
            }
            if (!response.indicatesSuccess()) {
                throw refused(response.toErrorResponse().getErrorObject().getCode());
            }
            return person(
                    tokens(new AuthorizationCodeGrant(
                            response.toSuccessResponse().getAuthorizationCode(),
                            back,
                            new CodeVerifier(attempt.verifier()))),
                    attempt);
        } catch (ParseException e) {
            throw refused("it cannot be read: " + e.getMessage());
        } catch (BadJOSEException | JOSEException e) {
            throw refused("its token proves nothing: " + e.getMessage());
        }
    }

    private OIDCTokenResponse tokens(AuthorizationCodeGrant grant) throws ParseException {
        URI endpoint = metadata().getTokenEndpointURI();
        TokenRequest asked = secret.map(
                        known -> new TokenRequest(endpoint, new ClientSecretBasic(client, known), grant))
                .orElseGet(() -> new TokenRequest(endpoint, client, grant));
        HTTPRequest request = asked.toHTTPRequest();
        request.setConnectTimeout(PATIENCE_MS);
        request.setReadTimeout(PATIENCE_MS);
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(request.send());
            if (!response.indicatesSuccess()) {
                throw refused(response.toErrorResponse().getErrorObject().getCode());
            }
            if (((OIDCTokenResponse) response.toSuccessResponse())
                            .getOIDCTokens()
                            .getIDToken()
                    == null) {
                throw refused("there is no token that says who it is");
            }
            return (OIDCTokenResponse) response.toSuccessResponse();
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private Person person(OIDCTokenResponse tokens, Attempt attempt) throws BadJOSEException, JOSEException {
        IDTokenClaimsSet claims = new IDTokenValidator(
                        issuer, client, new JWSVerificationKeySelector<>(SIGNATURES, keys()), null)
                .validate(tokens.getOIDCTokens().getIDToken(), new Nonce(attempt.nonce()));
        String email = claims.getStringClaim("email");
        boolean verified = Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"));
        String subject = claims.getSubject().getValue();
        String name = Stream.of("name", "preferred_username", "email")
                .map(claims::getStringClaim)
                .filter(said -> said != null && !said.isBlank())
                .findFirst()
                .orElse("somebody");
        return new Person(
                claims.getIssuer().getValue(),
                subject,
                name,
                Optional.ofNullable(verified ? email : null).map(address -> address.toLowerCase(Locale.ROOT)));
    }

    private synchronized OIDCProviderMetadata metadata() {
        if (metadata == null) {
            try {
                metadata = OIDCProviderMetadata.resolve(issuer, PATIENCE_MS, PATIENCE_MS);
                // a key that is not known is looked for, so that a provider may take another; not too often, so that
                // nobody
                // sends us there again and again
                keys = JWKSourceBuilder.create(
                                metadata.getJWKSetURI().toURL(),
                                new DefaultResourceRetriever(PATIENCE_MS, PATIENCE_MS, MOST_BYTES))
                        .build();
            } catch (IOException | GeneralException e) {
                throw unreachable(e);
            }
        }
        return metadata;
    }

    private synchronized JWKSource<SecurityContext> keys() {
        metadata();
        return keys;
    }

    private static ProblemException refused(String why) {
        LOG.warnf("nobody was signed in by OpenID Connect: %s", why);
        return new Problem(
                        "You were not signed in",
                        401,
                        "What came back does not prove who you are. Begin again at /sign-in.",
                        "oidc-refused")
                .exception();
    }

    private static ProblemException unreachable(Exception e) {
        LOG.warn("the provider of OpenID Connect cannot be asked", e);
        return new Problem(
                        "Signing in elsewhere does not work now",
                        502,
                        "The provider cannot be reached. Try again soon, or sign in with a password.",
                        "oidc-unreachable")
                .exception();
    }
}
