package org.antiphon.account;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The record of who saw or changed what. Nothing is ever changed in it, and nothing secret stands in it: no password, no
 * token, no address of a browser, and nothing that somebody typed into a form that failed.
 */
@ApplicationScoped
public class AuditLog {

    static final int PAGE = 50;
    private static final int LONGEST = 500;

    private final AuditRows rows;
    private final AccountRows accounts;
    private final Caller caller;
    private final Clock clock;

    @Inject
    AuditLog(AuditRows rows, AccountRows accounts, Caller caller, Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.caller = caller;
        this.clock = clock;
    }

    /** The rows of {@code audit_entry}. */
    @ApplicationScoped
    static class AuditRows implements PanacheRepository<AuditRow> {}

    /**
     * Something that was done.
     *
     * @param account its name, or "nobody" if nobody was signed in
     * @param token name of the token, if a script did it
     * @param study slug of the study that it was done in
     */
    record Entry(
            long id,
            Instant at,
            String account,
            Optional<String> token,
            Optional<String> study,
            Deed deed,
            String detail) {}

    /**
     * What to show of it.
     *
     * @param before number of an entry: only older ones
     */
    record Filter(Optional<String> study, Optional<Long> account, Optional<Deed> deed, Optional<Long> before) {}

    /** Notes what the one who asks has done; in the transaction that does it, if there is one. */
    public void note(Deed deed, Optional<String> study, String detail) {
        note(Caller.asking(caller), deed, study, detail);
    }

    void note(Optional<Who> who, Deed deed, Optional<String> study, String detail) {
        write(who.map(Who::account), who.flatMap(Who::token).map(Who.Token::name), deed, study, detail);
    }

    /** Notes what was done by an account that is not signed in (yet); empty: by nobody who is known. */
    void noteOf(Optional<Long> account, Deed deed, Optional<String> study, String detail) {
        write(account, Optional.empty(), deed, study, detail);
    }

    private void write(
            Optional<Long> account, Optional<String> token, Deed deed, Optional<String> study, String detail) {
        QuarkusTransaction.joiningExisting().run(() -> {
            AuditRow row = new AuditRow();
            row.at = clock.instant();
            row.accountId = account.orElse(null);
            row.tokenName = token.orElse(null);
            row.study = study.orElse(null);
            row.action = deed.label();
            row.detail = detail.substring(0, Math.min(LONGEST, detail.length()));
            rows.persist(row);
        });
    }

    /** One page of it, the newest first; one entry more than {@link #PAGE} if there are older ones. */
    List<Entry> read(Filter filter) {
        StringBuilder query = new StringBuilder("1 = 1");
        Parameters values = new Parameters();
        filter.study().ifPresent(study -> {
            query.append(" and study = :study");
            values.and("study", study);
        });
        filter.account().ifPresent(account -> {
            query.append(" and accountId = :account");
            values.and("account", account);
        });
        filter.deed().ifPresent(deed -> {
            query.append(" and action = :action");
            values.and("action", deed.label());
        });
        filter.before().ifPresent(before -> {
            query.append(" and id < :before");
            values.and("before", before);
        });
        return QuarkusTransaction.joiningExisting().call(() -> {
            List<AuditRow> found = rows.find(query + " order by id desc", values)
                    .page(0, PAGE + 1)
                    .list();
            Map<Long, String> names = accounts
                    .list(
                            "id in ?1",
                            found.stream()
                                    .map(row -> row.accountId)
                                    .filter(id -> id != null)
                                    .distinct()
                                    .toList())
                    .stream()
                    .collect(Collectors.toMap(row -> row.id, row -> row.name));
            return found.stream().map(row -> entry(row, names)).toList();
        });
    }

    /** All of it that the filter lets through, the newest first, read a page at a time. */
    void each(Filter filter, Consumer<Entry> taker) {
        Optional<Long> before = filter.before();
        for (boolean more = true; more; ) {
            List<Entry> found = read(new Filter(filter.study(), filter.account(), filter.deed(), before));
            more = found.size() > PAGE;
            List<Entry> page = found.subList(0, Math.min(PAGE, found.size()));
            page.forEach(taker);
            before = page.isEmpty()
                    ? before
                    : Optional.of(page.get(page.size() - 1).id());
        }
    }

    private static Entry entry(AuditRow row, Map<Long, String> names) {
        return new Entry(
                row.id,
                row.at,
                row.accountId == null ? "nobody" : names.getOrDefault(row.accountId, "nobody"),
                Optional.ofNullable(row.tokenName),
                Optional.ofNullable(row.study),
                Deed.ofLabel(row.action),
                row.detail);
    }
}
