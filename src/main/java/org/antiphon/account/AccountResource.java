package org.antiphon.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is asking, for scripts that want to try their token. */
@Path("/api/account")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
@Needs(Right.READ)
@Blocking
public class AccountResource {

    private final Access access;

    @Inject
    AccountResource(Access access) {
        this.access = access;
    }

    /**
     * Somebody who is signed in.
     *
     * @param role owner, researcher (begins studies) or viewer
     * @param token name of the token that was shown; absent for a browser
     * @param mayWrite whether changes are possible at all
     * @param study the only study that the token opens; absent if it opens all of the account
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Me(String name, String role, Optional<String> token, boolean mayWrite, Optional<String> study) {}

    @GET
    @Operation(summary = "Who you are", description = "As the cookie or the token of the request says.")
    public Response me() {
        Who who = access.who().orElseThrow();
        Optional<Who.Token> token = who.token();
        return Response.ok(new Me(
                        who.name(),
                        who.role().label(),
                        token.map(Who.Token::name),
                        token.map(Who.Token::mayWrite).orElse(true),
                        token.flatMap(Who.Token::study)))
                .header("Cache-Control", "no-store")
                .build();
    }
}
