package org.antiphon.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The rows of {@code study_member}. */
@ApplicationScoped
class MemberRows implements PanacheRepositoryBase<MemberRow, MemberRow.Key> {

    List<MemberRow> of(long account) {
        return list("accountId", account);
    }

    /** Gives a role, in the place of the one there was. */
    void put(long account, String study, Role role, Instant now) {
        MemberRow known = findById(new MemberRow.Key(account, study));
        if (known != null) {
            known.role = role.label();
            return;
        }
        MemberRow row = new MemberRow();
        row.accountId = account;
        row.study = study;
        row.role = role.label();
        row.since = now;
        persist(row);
    }
}
