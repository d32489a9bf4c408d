package org.antiphon.account;

/** An open invitation in words. */
record InvitationView(long id, String note, String gives, String by, String until) {

    static InvitationView of(Invitations.Open open) {
        String study = open.gift()
                .study()
                .map(member -> member.role().label() + " of " + member.study())
                .orElse("no study yet");
        String gives = open.gift().role() == Role.VIEWER ? study : study + ", begins studies";
        return new InvitationView(
                open.id(), open.note().isEmpty() ? "no note" : open.note(), gives, open.by(), Shown.day(open.until()));
    }
}
