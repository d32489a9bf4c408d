package org.antiphon.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.platform.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in at a provider, played by a small server that can be told to cheat. */
class ProviderTest {

    private static final URI BACK = URI.create("https://antiphon.example/sign-in/elsewhere/back");
    private static final String CODE = PlayedProvider.CODE;

    private PlayedProvider played;
    private String issuer;
    private Provider provider;
    private Provider.Attempt attempt;

    @BeforeEach
    void start() {
        played = new PlayedProvider();
        issuer = played.issuer;
        provider = new Provider(URI.create(issuer), PlayedProvider.CLIENT, Optional.of(PlayedProvider.SECRET));
        attempt = Provider.Attempt.fresh();
        played.asked(provider.begin(attempt, BACK));
    }

    @AfterEach
    void stop() {
        played.close();
    }

    private JWTClaimsSet.Builder claims() {
        return played.claims(attempt.nonce());
    }

    private Provider.Person finish(String state, String code) {
        return provider.finish(attempt, BACK, URI.create(BACK + "?code=" + code + "&state=" + state));
    }

    private void isRefused() {
        assertThatThrownBy(() -> finish(attempt.state(), CODE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("not signed in");
    }

    @Test
    void sendsTheBrowserAwayWithAChallengeAStateAndANonce() {
        Map<String, String> sent = played.asked(provider.begin(attempt, BACK));
        assertThat(sent)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "antiphon")
                .containsEntry("redirect_uri", BACK.toString())
                .containsEntry("state", attempt.state())
                .containsEntry("nonce", attempt.nonce())
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("code_challenge", PlayedProvider.hash(attempt.verifier()));
        assertThat(Provider.Attempt.fresh()).isNotEqualTo(Provider.Attempt.fresh());
    }

    @Test
    void knowsWhomTheProviderVouchesFor() throws Exception {
        played.idToken = PlayedProvider.signed(played.key, claims().build());
        assertThat(finish(attempt.state(), CODE))
                .isEqualTo(new Provider.Person(issuer, "4711", "Ada", Optional.of("ada@institute.example")));
    }

    @Test
    void believesNoAddressThatTheProviderHasNotVerified() throws Exception {
        played.idToken = PlayedProvider.signed(
                played.key, claims().claim("email_verified", false).build());
        assertThat(finish(attempt.state(), CODE).email()).isEmpty();
    }

    @Test
    void refusesWhatThisBrowserHasNotBegun() throws Exception {
        played.idToken = PlayedProvider.signed(played.key, claims().build());
        assertThatThrownBy(() -> finish("another", CODE)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> finish(attempt.state(), "another")).isInstanceOf(ProblemException.class);
        attempt = new Provider.Attempt(
                attempt.state(), attempt.nonce(), Provider.Attempt.fresh().verifier());
        isRefused();
    }

    @Test
    void refusesTokensForOthersOrOfYesterdayOrReplayed() throws Exception {
        for (JWTClaimsSet wrong : new JWTClaimsSet[] {
            claims().issuer("https://elsewhere.example").build(),
            claims().audience("somebody else").build(),
            claims().claim("nonce", "an older one").build(),
            claims().claim("nonce", null).build(),
            claims().expirationTime(new Date(System.currentTimeMillis() - 600_000))
                    .issueTime(new Date(System.currentTimeMillis() - 700_000))
                    .build()
        }) {
            played.idToken = PlayedProvider.signed(played.key, wrong);
            isRefused();
        }
    }

    @Test
    void refusesTokensThatTheProviderHasNotSigned() throws Exception {
        played.idToken = PlayedProvider.signed(PlayedProvider.key("one"), claims().build());
        isRefused();
        played.idToken = new PlainJWT(claims().build()).serialize();
        isRefused();
        SignedJWT byPublicKey = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        byPublicKey.sign(new MACSigner(played.key.toPublicJWK().toJSONString()));
        played.idToken = byPublicKey.serialize();
        isRefused();
    }

    @Test
    void refusesWhatComesFromAnotherProvider() throws Exception {
        played.idToken = PlayedProvider.signed(played.key, claims().build());
        assertThatThrownBy(() -> provider.finish(
                        attempt,
                        BACK,
                        URI.create(BACK + "?code=" + CODE + "&state=" + attempt.state()
                                + "&iss=https://elsewhere.example")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void takesACodeOnce() throws Exception {
        played.idToken = PlayedProvider.signed(played.key, claims().build());
        assertThat(finish(attempt.state(), CODE).subject()).isEqualTo("4711");
        isRefused();
    }

    @Test
    void looksForAKeyThatTheProviderHasTakenSince() throws Exception {
        played.idToken = PlayedProvider.signed(played.key, claims().build());
        finish(attempt.state(), CODE);
        played.key = PlayedProvider.key("two");
        played.idToken = PlayedProvider.signed(played.key, claims().build());
        assertThat(finish(attempt.state(), CODE).subject()).isEqualTo("4711");
    }

    @Test
    void asksNobodyWithoutEncryptionButThisMachine() {
        for (String open : List.of("http://institute.example", "ftp://localhost", "http://localhost.example")) {
            assertThatThrownBy(() -> new Provider(URI.create(open), "antiphon", Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(open);
        }
    }

    @Test
    void tellsThatAProviderCannotBeReached() {
        played.close();
        Provider gone = new Provider(URI.create(issuer), "antiphon", Optional.empty());
        assertThatThrownBy(() -> gone.begin(attempt, BACK))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(502));
    }
}
