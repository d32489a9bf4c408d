package org.antiphon.dashboard.export;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.antiphon.dashboard.reading.EditionRecord;
import org.antiphon.dashboard.reading.RatingRecord;
import org.antiphon.study.design.Gems;
import org.antiphon.study.design.Paradigm;
import org.antiphon.study.design.Scale;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.answer.Forms;

/** The words that columns can hold, by the documents of the editions, in their order. */
final class Levels {

    private final List<EditionRecord> editions;

    Levels(List<EditionRecord> editions) {
        this.editions = editions;
    }

    private List<String> each(Function<Study, Stream<Id>> names) {
        Set<String> all = new LinkedHashSet<>();
        editions.forEach(edition -> names.apply(edition.study()).map(Id::text).forEach(all::add));
        return List.copyOf(all);
    }

    List<String> tasks() {
        return each(study -> study.tasks().stream().map(task -> task.id()));
    }

    List<String> items() {
        return each(study -> study.items().stream().map(item -> item.id()));
    }

    List<String> conditions() {
        return each(study -> study.conditions().stream().map(condition -> condition.id()));
    }

    List<String> checks() {
        return each(study -> study.checks().stream().map(check -> check.id()));
    }

    List<String> questionnaires() {
        return each(study -> study.questionnaires().stream().map(one -> one.id()));
    }

    List<String> languages() {
        Set<String> all = new LinkedHashSet<>();
        editions.forEach(edition -> edition.study().languages().forEach(language -> all.add(language.tag())));
        return List.copyOf(all);
    }

    /** What performers can have meant. */
    List<String> intentions() {
        return each(study -> study.items().stream().flatMap(item -> item.intention().stream()));
    }

    /** Every scale by which something is asked on pages. */
    List<String> scales() {
        Set<String> all = new LinkedHashSet<>();
        for (EditionRecord edition : editions) {
            edition.study().tasks().forEach(task -> all.addAll(scales(task.paradigm())));
        }
        return List.copyOf(all);
    }

    private static List<String> scales(Paradigm paradigm) {
        if (paradigm instanceof Paradigm.Rating rating) {
            return rating.scales().stream().map(Id::text).toList();
        }
        if (paradigm instanceof Paradigm.Mushra || paradigm instanceof Paradigm.MultiStimulus) {
            return List.of(RatingRecord.SCORE);
        }
        if (paradigm instanceof Paradigm.Intention intention) {
            List<String> keys = new ArrayList<>(List.of(Forms.INTENTION));
            intention.affect().ifPresent(grid -> keys.add(Forms.AFFECT));
            intention.gems().ifPresent(gems -> Stream.of(Gems.Factor.values())
                    .map(Forms::key)
                    .forEach(keys::add));
            return keys;
        }
        return List.of(Forms.CHOICE);
    }

    /** Those of them that are answered by one of a few steps. */
    List<String> steppedScales() {
        Set<String> all = new LinkedHashSet<>();
        for (EditionRecord edition : editions) {
            edition.study().scales().stream()
                    .filter(Scale::stepped)
                    .map(scale -> scale.id().text())
                    .forEach(all::add);
        }
        Stream.of(Gems.Factor.values()).map(Forms::key).forEach(all::add);
        all.retainAll(scales());
        return List.copyOf(all);
    }

    /** A name as part of the name of a column. */
    static String column(String name) {
        return name.replace("gems.", "gems__").replace('-', '_');
    }
}
