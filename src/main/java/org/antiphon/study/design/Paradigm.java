package org.antiphon.study.design;

import java.util.List;
import java.util.Optional;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Kind;
import org.antiphon.study.design.document.Limits;
import org.antiphon.study.design.document.Means;
import org.antiphon.study.design.document.Otherwise;
import org.antiphon.study.design.document.RefersTo;
import org.antiphon.study.design.document.Text;

/** What participants do with the clips of one page. */
public sealed interface Paradigm {

    @Kind(value = "rating", means = "One clip a page, judged on one or several scales.")
    record Rating(
            @Means("The scales, in the order they are asked.") @Limits(min = 1, max = 12) @RefersTo("scales")
            List<Id> scales)
            implements Paradigm {}

    @Kind(
            value = "mushra",
            means =
                    "Multiple stimuli with hidden reference and anchor (ITU-R BS.1534-3): all conditions of an item on one "
                            + "page beside the open reference, each from 0 to 100.")
    record Mushra(
            @Means("The one attribute that is judged.") Text question,

            @Means("The condition that is the reference, open and hidden.") @RefersTo("conditions")
            Id reference,

            @Means("Words for the five fifths of the scale from low to high, if not those of the Recommendation.")
            @Limits(max = 5)
            List<Text> labels)
            implements Paradigm {}

    @Kind(
            value = "multi-stimulus",
            means = "All conditions of an item on one page without a reference (ITU-R BS.2132), each from 0 to 100.")
    record MultiStimulus(
            @Means("The one attribute that is judged.") Text question,

            @Means("Words for the five fifths of the scale from low to high, if not those of the Recommendation.")
            @Limits(max = 5)
            List<Text> labels)
            implements Paradigm {}

    @Kind(value = "preference", means = "Two conditions of an item: which one?")
    record Preference(
            @Means("The question.") Text question,

            @Means("Whether one may answer that there is no difference.") @Otherwise("true")
            boolean ties,

            @Means("The pairs that are compared; all if none is named.") @Limits(max = 400)
            List<Pair> pairs)
            implements Paradigm {}

    @Kind(value = "abx", means = "A and B are two conditions of an item, X is one of them: which one?")
    record Abx(
            @Means("The question.") Text question,

            @Means("The pairs that are compared; all if none is named.") @Limits(max = 400)
            List<Pair> pairs)
            implements Paradigm {}

    @Kind(
            value = "match",
            means =
                    "The same picture with its own sound and with that of another item: where do they belong together? Each "
                            + "shuffled condition is paired with the condition it is made of.")
    record Match(
            @Means("The question.") Text question,

            @Means("Whether one may answer that one cannot tell.") @Otherwise("false")
            boolean ties)
            implements Paradigm {}

    @Kind(value = "intention", means = "One clip a page: what did the performer mean to express?")
    record Intention(
            @Means("The question.") Text question,

            @Means("What can be chosen; an item's intention is the id of one of these.") @Limits(min = 2, max = 12)
            List<Option> options,

            @Means("Asks in addition how pleasant and how excited it is.")
            Optional<AffectGrid> affect,

            @Means("Asks in addition for the nine feelings of GEMS-9.")
            Optional<Gems> gems)
            implements Paradigm {}

    /** Two conditions that are compared, in no order. */
    record Pair(
            @Means("One condition.") @RefersTo("conditions") Id a,

            @Means("The other condition.") @RefersTo("conditions")
            Id b) {}
}
