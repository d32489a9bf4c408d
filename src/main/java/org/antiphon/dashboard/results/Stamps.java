package org.antiphon.dashboard.results;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;

/** Tells in a few milliseconds whether there is something new about a study, without reading it. */
@ApplicationScoped
class Stamps {

    private static final String SQL = """
            select (select coalesce(max(version), 0) from edition e where e.study_id = s.id) as version,
                   (select concat_ws(' ', count(*), count(*) filter (where status <> 'going'), max(ended_at))
                    from study_session t where t.study_id = s.id) as ended,
                   (select max(seen_at) from study_session t where t.study_id = s.id) as seen,
                   (select max(x.id) from study_exclusion x join study_session t on t.id = x.session_id
                    where t.study_id = s.id) as decided,
                   (select count(*) from withdrawal w where w.study_id = s.id) as withdrawn,
                   (select count(*) from edition e join stimulus c on c.edition = e.digest
                    join stimulus_pair p on p.candidate_sha256 = c.sha256
                    where e.study_id = s.id and p.metric_set is not null) as measured
            from study s where s.slug = ? and s.preview_of is null""";

    private final DataSource database;

    @Inject
    Stamps(DataSource database) {
        this.database = database;
    }

    /**
     * @param newest version of the newest edition, 0 if nothing was published
     * @param text changes when a session begins or ends, is left out or withdrawn, or a clip is measured
     */
    record Stamp(int newest, String text) {}

    /**
     * @param include with everybody, the stamp also changes with every answer
     * @throws ProblemException 404 if there is no such study
     */
    Stamp of(String slug, Include include) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, slug);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw Problem.notFound("There is no such study", "None is called " + slug + ".")
                            .exception();
                }
                String text = row.getString("ended") + ";" + row.getString("decided") + ";" + row.getString("withdrawn")
                        + ";" + row.getString("measured");
                return new Stamp(
                        row.getInt("version"), include == Include.ALL ? text + ";" + row.getString("seen") : text);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused to tell what is new", e);
        }
    }
}
