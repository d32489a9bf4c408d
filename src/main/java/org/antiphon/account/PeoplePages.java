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
import org.antiphon.platform.Problem;
import org.jboss.resteasy.reactive.RestForm;

/** Where the researchers of a study see who else may look at it or change it, and let others in or out. */
@Path("/studies/{slug}/people")
@Produces(MediaType.TEXT_HTML)
@Needs(value = Right.WRITE, inPerson = true)
@Blocking
public class PeoplePages {

    private final Accounts accounts;
    private final Invitations invitations;
    private final KnownStudies studies;
    private final Access access;
    private final Links links;

    @Inject
    PeoplePages(Accounts accounts, Invitations invitations, KnownStudies studies, Access access, Links links) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.studies = studies;
        this.access = access;
        this.links = links;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance people(Page page);
    }

    /** @param made a link that was just made; empty if none was */
    record Page(
            KnownStudies.Named study,
            List<MemberView> members,
            List<InvitationView> invitations,
            List<MadeLink> made) {}

    /** A member in words. */
    record MemberView(long id, String name, String role, String since, boolean own) {}

    @GET
    public Response people(@PathParam("slug") String slug) {
        return page(slug, List.of());
    }

    private Response page(String slug, List<MadeLink> made) {
        KnownStudies.Named study = known(slug);
        long own = access.who().orElseThrow().account();
        return AccountsPages.noStore(Templates.people(new Page(
                study,
                accounts.in(slug).stream()
                        .map(member -> new MemberView(
                                member.account(),
                                member.name(),
                                member.role().label(),
                                Shown.day(member.since()),
                                member.account() == own))
                        .toList(),
                invitations.open(Optional.of(slug)).stream()
                        .map(InvitationView::of)
                        .toList(),
                made)));
    }

    private KnownStudies.Named known(String slug) {
        return studies.named(slug)
                .orElseThrow(() -> Problem.notFound("No such study", "There is no study “" + slug + "” here.")
                        .exception());
    }

    /** Whoever comes by this link may begin no studies: that is for the owner to give. */
    @POST
    @Path("invitations")
    @Audited(Deed.INVITED)
    public Response invite(
            @PathParam("slug") String slug,
            @RestForm("role") String role,
            @RestForm("note") String note,
            @Context UriInfo uri) {
        Invitations.Membership membership = new Invitations.Membership(slug, Forms.role(role));
        String token = invitations.make(
                access.who().orElseThrow(),
                new Invitations.Gift(Role.VIEWER, Optional.of(membership)),
                note == null ? "" : note);
        return page(
                slug,
                List.of(new MadeLink(links.to("/join/" + token, uri), "An invitation", Invitations.LASTS.toDays())));
    }

    @POST
    @Path("invitations/{id}/revocation")
    public Response revoke(@PathParam("slug") String slug, @PathParam("id") long id) {
        invitations.revoke(id, Optional.of(slug));
        return back(slug);
    }

    /** @param role researcher, viewer, or none */
    @POST
    @Path("{account}/role")
    public Response role(
            @PathParam("slug") String slug, @PathParam("account") long account, @RestForm("role") String role) {
        Optional<Role> given = "none".equals(role) ? Optional.empty() : Optional.of(Forms.role(role));
        if (given.filter(Role.OWNER::equals).isPresent()) {
            throw Problem.badRequest("bad-role", "A study has no owner", "Its members are researchers and viewers.")
                    .exception();
        }
        accounts.change(slug, account, given);
        return back(slug);
    }

    private static Response back(String slug) {
        return Response.seeOther(URI.create("/studies/" + slug + "/people")).build();
    }
}
