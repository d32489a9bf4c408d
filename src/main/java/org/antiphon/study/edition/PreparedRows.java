package org.antiphon.study.edition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.antiphon.platform.ArtifactOwner;
import org.antiphon.platform.Digest;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.stimulus.Made;

/** The rows of {@code prepared_stimulus}. */
@ApplicationScoped
class PreparedRows implements PanacheRepositoryBase<PreparedRow, PreparedRow.Key>, ArtifactOwner {

    @Override
    public boolean names(Digest digest) {
        return count("sha256", digest.hex()) > 0;
    }

    /** What was made by this recipe, by condition; empty if nothing was. */
    Map<Id, PreparedRow> of(Digest recipe) {
        return find("recipe", recipe.hex()).stream()
                .collect(Collectors.toMap(row -> new Id(row.condition), row -> row));
    }

    /** Notes what was made; what the recipe gave before is forgotten. */
    void note(Digest recipe, Map<Id, Made> made, Map<Id, Digest> files, Instant now) {
        delete("recipe", recipe.hex());
        made.forEach((condition, file) -> {
            PreparedRow row = new PreparedRow();
            row.recipe = recipe.hex();
            row.condition = condition.text();
            row.sha256 = files.get(condition).hex();
            row.mediaType = file.mediaType();
            row.bytes = file.bytes();
            row.seconds = file.seconds();
            row.loudness = orNull(file.loudness());
            row.deviation = orNull(file.deviation());
            row.gain = file.gain();
            row.truePeak = orNull(file.truePeak());
            row.createdAt = now;
            row.usedAt = now;
            persist(row);
        });
    }

    /**
     * Forgets what was made before that time and is not among the recipes that are needed.
     *
     * @param asks for these, which takes a while, if there is anything old
     */
    long forget(Instant limit, Supplier<Set<String>> asks) {
        List<String> old = getEntityManager()
                .createQuery("select distinct p.recipe from PreparedRow p where p.usedAt < ?1", String.class)
                .setParameter(1, limit)
                .getResultList();
        Set<String> needed = old.isEmpty() ? Set.of() : asks.get();
        return old.stream()
                .filter(recipe -> !needed.contains(recipe))
                .mapToLong(recipe -> delete("recipe", recipe))
                .sum();
    }

    private static Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
