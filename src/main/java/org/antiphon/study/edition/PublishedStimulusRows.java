package org.antiphon.study.edition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antiphon.platform.ArtifactOwner;
import org.antiphon.platform.Digest;

/** The rows of {@code stimulus}. */
@ApplicationScoped
class PublishedStimulusRows
        implements PanacheRepositoryBase<PublishedStimulusRow, PublishedStimulusRow.Key>, ArtifactOwner {

    @Override
    public boolean names(Digest digest) {
        return count("sha256", digest.hex()) > 0;
    }

    /** A stimulus of an edition and the true one of its item. */
    record Pair(int version, PublishedStimulusRow reference, PublishedStimulusRow candidate) {}

    /** Every such pair of every edition of a study, the newest edition first. */
    List<Pair> pairs(Long study) {
        Map<PublishedStimulusRow, Pair> pairs = new LinkedHashMap<>();
        getEntityManager()
                .createQuery(
                        "select e.version, t, s from PublishedRow e"
                                + " join PublishedStimulusRow s on s.edition = e.digest"
                                + " join PublishedStimulusRow t on t.edition = e.digest and t.item = s.item"
                                + " join StimulusPairRow p on p.reference = t.sha256 and p.candidate = s.sha256"
                                + " where e.studyId = ?1 and t.condition <> s.condition"
                                + " order by e.version desc, s.item, s.condition, t.condition",
                        Object[].class)
                .setParameter(1, study)
                .getResultList()
                .forEach(row -> {
                    PublishedStimulusRow candidate = (PublishedStimulusRow) row[2];
                    // where two conditions share a file, the first of them stands for it
                    pairs.putIfAbsent(candidate, new Pair((Integer) row[0], (PublishedStimulusRow) row[1], candidate));
                });
        return List.copyOf(pairs.values());
    }
}
