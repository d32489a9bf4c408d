package org.antiphon.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/** Where the owner sees who can sign in, invites, and decides who may do what. All of it works without scripts. */
@Path("/accounts")
@Produces(MediaType.TEXT_HTML)
@Needs(value = Right.ADMINISTER, inPerson = true)
@Blocking
public class AccountsPages {

    private final Accounts accounts;
    private final Invitations invitations;
    private final KnownStudies studies;
    private final Access access;
    private final Links links;

    @Inject
    AccountsPages(Accounts accounts, Invitations invitations, KnownStudies studies, Access access, Links links) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.studies = studies;
        this.access = access;
        this.links = links;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance accounts(Page page);
    }

    /** @param made a link that was just made; empty if none was */
    record Page(
            long own,
            List<AccountView> accounts,
            List<InvitationView> invitations,
            List<KnownStudies.Named> studies,
            List<MadeLink> made) {}

    /** An account in words. */
    record AccountView(
            long id, String name, String role, String roleWords, boolean disabled, String seen, String studies) {
        static AccountView of(Accounts.Listed account) {
            String studies = account.role() == Role.OWNER
                    ? "all"
                    : String.join(
                            ", ",
                            account.studies().stream()
                                    .map(member -> member.study() + " ("
                                            + member.role().label() + ")")
                                    .toList());
            return new AccountView(
                    account.id(),
                    account.name(),
                    account.role().label(),
                    Shown.onServer(account.role()),
                    account.disabled(),
                    account.seen().map(Shown::minute).orElse("never"),
                    studies.isEmpty() ? "none" : studies);
        }
    }

    @GET
    public Response accounts() {
        return page(List.of());
    }

    private Response page(List<MadeLink> made) {
        return noStore(Templates.accounts(new Page(
                access.who().orElseThrow().account(),
                accounts.all().stream().map(AccountView::of).toList(),
                invitations.open(Optional.empty()).stream()
                        .map(InvitationView::of)
                        .toList(),
                studies.every(),
                made)));
    }

    @POST
    @Path("invitations")
    public Response invite(
            @RestForm("role") String role,
            @RestForm("study") String study,
            @RestForm("studyRole") String studyRole,
            @RestForm("note") String note,
            @Context UriInfo uri) {
        Optional<Invitations.Membership> membership = Optional.ofNullable(study)
                .filter(slug -> !slug.isBlank())
                .map(slug -> new Invitations.Membership(slug, Forms.role(studyRole)));
        String token = invitations.make(
                access.who().orElseThrow(),
                new Invitations.Gift(Forms.role(role), membership),
                note == null ? "" : note);
        return page(
                List.of(new MadeLink(links.to("/join/" + token, uri), "An invitation", Invitations.LASTS.toDays())));
    }

    @POST
    @Path("invitations/{id}/revocation")
    public Response revoke(@PathParam("id") long id) {
        invitations.revoke(id, Optional.empty());
        return back();
    }

    @POST
    @Path("{id}/role")
    public Response role(@PathParam("id") long id, @RestForm("role") String role) {
        accounts.change(access.who().orElseThrow(), id, Forms.role(role));
        return back();
    }

    @POST
    @Path("{id}/state")
    public Response state(@PathParam("id") long id, @RestForm("state") String state) {
        accounts.disable(access.who().orElseThrow(), id, "disabled".equals(state));
        return back();
    }

    @POST
    @Path("{id}/link")
    public Response link(@PathParam("id") long id, @Context UriInfo uri) {
        String token = accounts.link(access.who().orElseThrow(), id);
        return page(List.of(new MadeLink(
                links.to("/welcome/" + token, uri), "A link for a new password", Invitations.LASTS.toDays())));
    }

    private static Response back() {
        return Response.seeOther(URI.create("/accounts")).build();
    }

    static Response noStore(TemplateInstance template) {
        return Response.ok(template).header("Cache-Control", "no-store").build();
    }
}
