package org.antiphon.dashboard.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.antiphon.study.design.Edition;

/** Reads studies and their editions. */
final class Studies {

    private final Queries queries;

    Studies(Queries queries) {
        this.queries = queries;
    }

    OptionalLong id(String slug) {
        List<Long> found = new ArrayList<>();
        queries.each(
                row -> found.add(row.getLong(1)), "select id from study where slug = ? and preview_of is null", slug);
        return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(found.get(0));
    }

    StudyRecord study(long id) {
        List<StudyRecord> found = new ArrayList<>();
        queries.each(
                row -> found.add(
                        new StudyRecord(row.getString("slug"), row.getString("title"), row.getInt("withdrawn"))),
                """
                select slug, title, (select count(*) from withdrawal w where w.study_id = s.id) as withdrawn
                from study s where id = ?""",
                id);
        return found.get(0);
    }

    String state(String slug) {
        StringBuilder state = new StringBuilder();
        queries.each(row -> state.append(row.getString(1)), """
                select concat_ws(' ',
                    (select count(*) from withdrawal w where w.study_id = s.id),
                    (select concat_ws(' ', count(*), max(a.id)) from study_session v join answer a on a.session_id = v.id
                        where v.study_id = s.id),
                    (select concat_ws(' ', count(*), sum(hashtextextended(concat_ws(' ', m.name, m.value, m.version), 0)))
                        from edition e join stimulus t on t.edition = e.digest
                        join stimulus_metric m on m.candidate_sha256 = t.sha256 where e.study_id = s.id))
                from study s where s.slug = ?""", slug);
        return state.toString();
    }

    List<EditionRecord> editions(long study) {
        List<EditionRecord> editions = new ArrayList<>();
        queries.each(
                row -> {
                    byte[] frozen = row.getBytes("frozen");
                    editions.add(new EditionRecord(
                            row.getInt("version"),
                            row.getString("digest"),
                            row.getString("state"),
                            Queries.instant(row, "published_at"),
                            row.getString("document"),
                            new String(frozen, StandardCharsets.UTF_8),
                            Edition.read(frozen).study()));
                },
                "select * from edition where study_id = ? order by version",
                study);
        return editions;
    }
}
