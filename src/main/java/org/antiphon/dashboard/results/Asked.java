package org.antiphon.dashboard.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.antiphon.dashboard.reading.RatingRecord;
import org.antiphon.study.design.Gems;
import org.antiphon.study.design.Paradigm;
import org.antiphon.study.design.Scale;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.Task;
import org.antiphon.study.design.document.Text;
import org.antiphon.study.session.answer.Forms;

/**
 * A question of a task that is answered by a number.
 *
 * @param key its name in the ratings
 * @param words the question as participants read it, in the first language of the study
 * @param stepped whether only whole numbers can be chosen
 * @param low what the lowest number means
 */
record Asked(String key, String words, double lowest, double highest, boolean stepped, String low, String high) {

    /** Its name for people. */
    String name() {
        return Names.human(key);
    }

    /** Its name, and what its ends mean. */
    String axis() {
        String ends = low.isEmpty() ? "" : " (" + low + ")";
        String end = high.isEmpty() ? "" : " (" + high + ")";
        return name() + ", " + Math.round(lowest) + ends + " to " + Math.round(highest) + end;
    }

    /** The points of a stepped scale, from low to high. */
    List<String> points() {
        List<String> points = new ArrayList<>();
        for (long point = Math.round(lowest); point <= Math.round(highest); point++) {
            points.add(Long.toString(point));
        }
        return points;
    }

    /** The questions of a task that are answered by numbers; none if there are only choices. */
    static List<Asked> of(Study study, Task task) {
        Paradigm paradigm = task.paradigm();
        if (paradigm instanceof Paradigm.Rating rating) {
            return rating.scales().stream()
                    .map(id -> of(study, study.scale(id)))
                    .toList();
        }
        if (paradigm instanceof Paradigm.Mushra mushra) {
            return List.of(score(words(study, mushra.question())));
        }
        if (paradigm instanceof Paradigm.MultiStimulus multi) {
            return List.of(score(words(study, multi.question())));
        }
        if (paradigm instanceof Paradigm.Intention intention && intention.gems().isPresent()) {
            Gems gems = intention.gems().get();
            List<Asked> feelings = new ArrayList<>();
            for (Gems.Factor factor : Gems.Factor.values()) {
                Map<org.antiphon.study.design.document.Id, Text> labels = gems.labels();
                Text label = labels.get(factor.id());
                feelings.add(new Asked(
                        Forms.key(factor),
                        label == null ? factor.id().text() : words(study, label),
                        1,
                        Gems.POINTS,
                        true,
                        "",
                        ""));
            }
            return feelings;
        }
        return List.of();
    }

    private static Asked of(Study study, Scale scale) {
        String low = "";
        String high = "";
        if (scale instanceof Scale.Likert likert) {
            low = words(study, likert.low());
            high = words(study, likert.high());
        } else if (scale instanceof Scale.Continuous continuous) {
            low = words(study, continuous.low());
            high = words(study, continuous.high());
        } else if (scale instanceof Scale.Acr acr) {
            boolean own = acr.labels().size() == 5;
            low = own ? words(study, acr.labels().get(0)) : "Bad";
            high = own ? words(study, acr.labels().get(4)) : "Excellent";
        }
        return new Asked(
                scale.id().text(),
                words(study, scale.question()),
                scale.lowest(),
                scale.highest(),
                scale.stepped(),
                low,
                high);
    }

    private static Asked score(String question) {
        return new Asked(RatingRecord.SCORE, question, 0, 100, false, "Bad", "Excellent");
    }

    static String words(Study study, Text text) {
        return text.in(study.languages().get(0));
    }
}
