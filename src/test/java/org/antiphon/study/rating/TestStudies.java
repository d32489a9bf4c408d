package org.antiphon.study.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.study.design.Examples;
import org.antiphon.study.design.Study;

/** Studies for the tests of packages that read what participants have left. */
@ApplicationScoped
public class TestStudies {

    @Inject
    Sql sql;

    @Inject
    ArtifactStore store;

    /**
     * Publishes a study and opens it.
     *
     * @param seconds how long every clip is said to be
     */
    public Study publish(String yaml, double seconds) {
        return new Publishing(sql, store).lasting(seconds).publish(Examples.accepted(yaml));
    }

    /** The name that a session has in lists. */
    public String pseudonym(String session) {
        return sql.row(row -> row.getString(1), "select pseudonym from study_session where token = ?", session)
                .orElseThrow();
    }

    /** Makes believe that nobody has heard of a session for a while. */
    public void silence(String session, Duration time) {
        sql.change(
                "update study_session set seen_at = seen_at - ? * interval '1 second' where token = ?",
                time.toSeconds(),
                session);
    }
}
