package org.antiphon.study.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.Digest;
import org.antiphon.study.design.Item;
import org.antiphon.study.design.Presentation;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.stimulus.StimulusMaker;
import org.antiphon.study.stimulus.StimulusRefused;
import org.antiphon.study.stimulus.Uploads;

/** What there is of a study's stimuli. To be called in a transaction. */
@ApplicationScoped
class Readiness {

    private final StimulusMaker maker;
    private final PreparedRows prepared;
    private final ArtifactStore store;

    @Inject
    Readiness(StimulusMaker maker, PreparedRows prepared, ArtifactStore store) {
        this.maker = maker;
        this.prepared = prepared;
        this.store = store;
    }

    /**
     * @param recipes of the items that somebody may come to see
     * @param obstacles why others have none, in words
     */
    record Recipes(Map<Id, Digest> recipes, List<String> obstacles) {}

    Recipes recipes(Study study, Uploads uploads) {
        Map<Id, Digest> recipes = new LinkedHashMap<>();
        List<String> obstacles = new ArrayList<>();
        for (Item item : study.items()) {
            if (!StimulusMaker.conditions(study, item.id()).isEmpty()) {
                try {
                    recipes.put(item.id(), maker.recipe(study, item.id(), uploads));
                } catch (StimulusRefused e) {
                    obstacles.add(item.id() + ": " + e.getMessage());
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot look at the recording of " + item.id(), e);
                }
            }
        }
        return new Recipes(recipes, obstacles);
    }

    /** What the recipe of an item has given; empty unless every condition is there with its file. */
    Map<Id, PreparedRow> made(Digest recipe, List<Id> conditions) {
        Map<Id, PreparedRow> made = prepared.of(recipe);
        boolean whole = made.keySet().containsAll(conditions)
                && made.values().stream().allMatch(row -> store.holds(new Digest(row.sha256)));
        return whole ? made : Map.of();
    }

    /** The stimuli of a study that are there. */
    SortedMap<Stimulus, PreparedRow> stimuli(Study study, Recipes recipes) {
        SortedMap<Stimulus, PreparedRow> stimuli = new TreeMap<>();
        recipes.recipes().forEach((item, recipe) -> {
            List<Id> conditions = StimulusMaker.conditions(study, item);
            Map<Id, PreparedRow> made = made(recipe, conditions);
            for (Id condition : conditions) {
                if (made.containsKey(condition)) {
                    stimuli.put(new Stimulus(item, condition), made.get(condition));
                }
            }
        });
        return stimuli;
    }

    /** The recipe of the clip by which browser and level are tried out. */
    static Digest tryOut(Presentation presentation) {
        String what = "try-out 3 " + presentation.medium() + " " + presentation.loudness();
        return Digest.of(what.getBytes(StandardCharsets.UTF_8));
    }
}
