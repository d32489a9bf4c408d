package org.antiphon.study.design;

import java.util.Locale;
import java.util.Map;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Limits;
import org.antiphon.study.design.document.Means;
import org.antiphon.study.design.document.Text;

/**
 * The short form of the Geneva Emotional Music Scale (Zentner, Grandjean and Scherer 2008): nine feelings, each from 1 to
 * 5. The scale is to be had from its authors; what is here are the names of its factors and the places for the words.
 */
public record Gems(
        @Means("Whether the authors of the scale have permitted its use; it cannot be used otherwise.")
        boolean permission,

        @Means("The question that stands above the nine feelings.")
        Text question,

        @Means("Words for each of the nine feelings.") @Limits(min = 9)
        Map<Id, Text> labels) {

    /** The nine factors, in the order they are asked. */
    public enum Factor {
        WONDER,
        TRANSCENDENCE,
        TENDERNESS,
        NOSTALGIA,
        PEACEFULNESS,
        POWER,
        JOYFUL_ACTIVATION,
        TENSION,
        SADNESS;

        /** Its name in documents and data. */
        public Id id() {
            return new Id(name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /** The highest answer; the lowest is 1. */
    public static final int POINTS = 5;

    public Gems {
        labels = Map.copyOf(labels);
    }
}
