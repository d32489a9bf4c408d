package org.antiphon.study.design;

import java.util.List;
import org.antiphon.study.design.document.Among;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Kind;
import org.antiphon.study.design.document.Limits;
import org.antiphon.study.design.document.Means;
import org.antiphon.study.design.document.Text;

/** A question about one clip that is answered by a number; higher is more. */
public sealed interface Scale {

    Id id();

    Attribute attribute();

    Text question();

    double lowest();

    double highest();

    /** Whether only whole numbers can be chosen. */
    boolean stepped();

    @Kind(value = "likert", means = "A row of points between two ends.")
    record Likert(
            @Means("Its name.") Id id,
            @Means("What it measures.") Attribute attribute,
            @Means("The question.") Text question,

            @Means("How many points it has.") @Among({5, 7, 9})
            int points,

            @Means("What the lowest point means.") Text low,
            @Means("What the highest point means.") Text high,

            @Means("A word for each point from low to high, if each has one.") @Limits(max = 9)
            List<Text> labels)
            implements Scale {

        @Override
        public double lowest() {
            return 1;
        }

        @Override
        public double highest() {
            return points;
        }

        @Override
        public boolean stepped() {
            return true;
        }
    }

    @Kind(value = "acr", means = "Absolute category rating of ITU-T P.800 and P.808: five named categories, 5 is best.")
    record Acr(
            @Means("Its name.") Id id,
            @Means("What it measures.") Attribute attribute,
            @Means("The question.") Text question,

            @Means("Words for 1 to 5, if not those of the Recommendation.") @Limits(max = 5)
            List<Text> labels)
            implements Scale {

        @Override
        public double lowest() {
            return 1;
        }

        @Override
        public double highest() {
            return 5;
        }

        @Override
        public boolean stepped() {
            return true;
        }
    }

    @Kind(value = "continuous", means = "A slider from 0 to 100 that has no value until it is touched.")
    record Continuous(
            @Means("Its name.") Id id,
            @Means("What it measures.") Attribute attribute,
            @Means("The question.") Text question,
            @Means("What 0 means.") Text low,
            @Means("What 100 means.") Text high)
            implements Scale {

        @Override
        public double lowest() {
            return 0;
        }

        @Override
        public double highest() {
            return 100;
        }

        @Override
        public boolean stepped() {
            return false;
        }
    }
}
