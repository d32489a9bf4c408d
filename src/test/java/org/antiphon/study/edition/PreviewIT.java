package org.antiphon.study.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.Digest;
import org.antiphon.platform.ProblemException;
import org.antiphon.study.design.Examples;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.stimulus.StimulusMaker;
import org.antiphon.study.stimulus.StimulusRefused;
import org.junit.jupiter.api.Test;

/** What researchers try out is walked like a study, is no part of it, and is forgotten; what is published stays. */
@QuarkusTest
class PreviewIT {

    private static final Instant LATER = Instant.parse("2200-01-01T00:00:00Z");

    @Inject
    Drafts drafts;

    @Inject
    Previewing previewing;

    @Inject
    Publishing publishing;

    @Inject
    Pruning pruning;

    @Inject
    Readiness readiness;

    @Inject
    PreparedRows prepared;

    @Inject
    StimulusMaker maker;

    @Inject
    ArtifactStore store;

    @Inject
    AgroalDataSource database;

    @Test
    void cannotBeWalkedBeforeItsStimuliArePrepared() {
        drafts.create("early", named("early"));
        assertThatThrownBy(() -> previewing.begin("early"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("walked");
    }

    @Test
    void isWalkedByItsLinkAndIsNoPartOfTheStudy() throws SQLException {
        drafts.create("walkable", named("walkable"));
        prepare("walkable");
        String preview = previewing.begin("walkable");
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of("key", UUID.randomUUID().toString(), "language", "en"))
                .post("/api/taking/" + preview + "/sessions")
                .then()
                .statusCode(201);
        assertThat(RestAssured.get("/s/" + preview).asString()).contains("Nothing of it is counted");
        assertThat(RestAssured.get("/s/walkable").asString()).doesNotContain("Nothing of it is counted");
        assertThat(count("study_session s join study t on t.id = s.study_id where t.slug = 'walkable'"))
                .isZero();
        assertThat(publishing.editions("walkable")).isEmpty();
        assertThat(drafts.all().stream().map(Drafts.Overview::slug)).doesNotContain(preview);
        assertThatThrownBy(() -> drafts.of(preview)).isInstanceOf(ProblemException.class);
    }

    @Test
    void isForgottenWithItsSessionsWhileWhatIsPublishedStays() throws SQLException {
        drafts.create("kept", named("kept"));
        prepare("kept");
        publishing.publish("kept", publishing.plan("kept").digest());
        String preview = previewing.begin("kept");
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of("key", UUID.randomUUID().toString(), "language", "en"))
                .post("/api/taking/" + preview + "/sessions")
                .then()
                .statusCode(201);
        pruning.prune(Instant.EPOCH, Instant.EPOCH);
        assertThat(count("study where slug = '" + preview + "'")).isEqualTo(1);
        Pruning.Pruned pruned = pruning.prune(LATER, Instant.EPOCH);
        assertThat(pruned.previews()).isPositive();
        assertThat(count("study where slug = '" + preview + "'")).isZero();
        assertThat(count("edition e join study t on t.id = e.study_id where t.slug = 'kept'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> count("(select forget_preview(id) from study where slug = 'kept') x"))
                .hasMessageContaining("is no preview");
    }

    @Test
    void sweepsStimuliThatNoDraftAsksForAndKeepsTheOthers() throws SQLException {
        drafts.create("asks", named("asks"));
        List<Digest> recipes = prepare("asks");
        pruning.prune(Instant.EPOCH, LATER);
        assertThat(recipes).allMatch(recipe -> countPrepared(recipe) > 0);
        drafts.save("asks", named("asks").replace("loudness: -18", "loudness: -24"), 1);
        pruning.prune(Instant.EPOCH, LATER);
        assertThat(recipes).allMatch(recipe -> countPrepared(recipe) == 0);
    }

    private static String named(String slug) {
        return Examples.SMALL
                .replaceFirst("(?m)^id: small$", "id: " + slug)
                .replace("loudness: -23", "loudness: -" + (14 + slug.length()));
    }

    /** Writes down what a preparation would have made. */
    private List<Digest> prepare(String slug) {
        Study study = Examples.accepted(drafts.of(slug).document());
        return QuarkusTransaction.requiringNew().call(() -> study.items().stream()
                .map(item -> {
                    try {
                        Digest recipe = maker.recipe(study, item.id(), name -> Optional.empty());
                        for (Id condition : StimulusMaker.conditions(study, item.id())) {
                            PreparedRow row = new PreparedRow();
                            row.recipe = recipe.hex();
                            row.condition = condition.text();
                            byte[] bytes = (slug + item.id() + condition).getBytes(StandardCharsets.UTF_8);
                            row.sha256 = store.put(new ByteArrayInputStream(bytes))
                                    .digest()
                                    .hex();
                            row.mediaType = "video/mp4";
                            row.bytes = bytes.length;
                            row.seconds = 1;
                            row.createdAt = Instant.EPOCH.plusSeconds(1);
                            row.usedAt = row.createdAt;
                            prepared.persist(row);
                        }
                        return recipe;
                    } catch (StimulusRefused e) {
                        throw new IllegalStateException(e);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList());
    }

    private long countPrepared(Digest recipe) {
        return QuarkusTransaction.requiringNew().call(() -> prepared.count("recipe", recipe.hex()));
    }

    private long count(String from) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
