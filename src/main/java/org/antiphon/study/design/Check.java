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

/** Something that is passed, failed or not run; what follows from it is said by an {@link Exclusion}. */
public sealed interface Check {

    Id id();

    /** A page of its own, at a place of the flow. */
    sealed interface Screening extends Check {}

    /** Looks at the pages of a task. */
    sealed interface InTask extends Check {
        Id task();
    }

    /** A page of its own among those of a task, of which the right answer is known. */
    sealed interface Planted extends InTask {
        Id item();

        List<Id> conditions();

        Expected expected();
    }

    @Kind(value = "age", means = "Asks whether the participant is old enough; the age itself is not kept.")
    record Age(
            @Means("Its name.") Id id,

            @Means("The least age in years.") @Limits(min = 1, max = 120)
            int minimum) implements Screening {}

    @Kind(value = "region", means = "Asks for the country the participant is in.")
    record Region(
            @Means("Its name.") Id id,

            @Means("The countries that may take part, as two letters of ISO 3166.") @Limits(min = 1, max = 250)
            List<String> countries)
            implements Screening {}

    @Kind(value = "browser", means = "Plays a clip to find out whether this browser can show the study.")
    record Browser(@Means("Its name.") Id id) implements Screening {}

    @Kind(value = "level", means = "Lets the participant set a comfortable level before anything is judged.")
    record Level(@Means("Its name.") Id id) implements Screening {}

    @Kind(value = "headphones", means = "Sounds that only headphones keep apart.")
    record Headphones(
            @Means("Its name.") Id id,
            @Means("Which sounds.") Method method,

            @Means("How many questions.") @Limits(min = 3, max = 12) @Otherwise("6")
            int trials,

            @Means(
                    "How many of them must be right; all for Huggins pitch and all but one for antiphase if it is not said.")
            @Limits(min = 1, max = 12)
            Optional<Integer> pass,

            @Means("How often one may try.") @Limits(min = 1, max = 5) @Otherwise("2")
            int attempts)
            implements Screening {

        /** How many answers must be right: as in Milne et al. (2021) and Woods et al. (2017) unless the study says. */
        public int needed() {
            return pass.orElse(method == Method.HUGGINS ? trials : trials - 1);
        }

        /** Sounds by which headphones are told from loudspeakers. */
        public enum Method {
            /** A faint tone that exists only between two ears (Milne et al. 2021). */
            HUGGINS,
            /** A tone that loudspeakers cancel (Woods et al. 2017). */
            ANTIPHASE
        }
    }

    @Kind(value = "attention", means = "A page that looks like the others and says which answer to give.")
    record Attention(
            @Means("Its name.") Id id,

            @Means("The task it is hidden in.") @RefersTo("tasks")
            Id task,

            @Means("The item it shows.") @RefersTo("items") Id item,

            @Means("The condition it shows; two where pairs are compared.")
            @Limits(min = 1, max = 2)
            @RefersTo("conditions")
            List<Id> conditions,

            @Means("What participants are told to answer.") Text instruction,

            @Means("What they are told to answer, for the program.")
            Expected expected)
            implements Planted {}

    @Kind(value = "trap", means = "A clip that itself says which answer to give (ITU-T P.808).")
    record Trap(
            @Means("Its name.") Id id,

            @Means("The task it is hidden in.") @RefersTo("tasks")
            Id task,

            @Means("The item it shows.") @RefersTo("items") Id item,

            @Means("The condition it shows; two where pairs are compared.")
            @Limits(min = 1, max = 2)
            @RefersTo("conditions")
            List<Id> conditions,

            @Means("The answer that it asks for.") Expected expected)
            implements Planted {}

    @Kind(value = "gold", means = "A clip on which everybody agrees (ITU-T P.808).")
    record Gold(
            @Means("Its name.") Id id,

            @Means("The task it is hidden in.") @RefersTo("tasks")
            Id task,

            @Means("The item it shows.") @RefersTo("items") Id item,

            @Means("The condition it shows; two where pairs are compared.")
            @Limits(min = 1, max = 2)
            @RefersTo("conditions")
            List<Id> conditions,

            @Means("The answer on which everybody agrees.") Expected expected)
            implements Planted {}

    @Kind(value = "repeated", means = "Shows some pages again, later: are the answers the same?")
    record Repeated(
            @Means("Its name.") Id id,

            @Means("The task whose pages are shown again.") @RefersTo("tasks")
            Id task,

            @Means("How many pages.") @Limits(min = 1, max = 50)
            int trials,

            @Means("How far apart the two answers on a scale may lie.") @Limits(min = 0, max = 100) @Otherwise("1")
            double tolerance)
            implements InTask {}

    @Kind(
            value = "listening",
            means = "Whether clips were played, told from what the server was told while they played.")
    record Listening(
            @Means("Its name.") Id id,
            @Means("The task.") @RefersTo("tasks") Id task,

            @Means("The least share of each clip that must have been played, from 0 to 1.")
            @Limits(min = 0, max = 1)
            @Otherwise("0.9")
            double share)
            implements InTask {}

    @Kind(value = "speed", means = "Whether pages were answered faster than anybody can who listens.")
    record Speed(
            @Means("Its name.") Id id,
            @Means("The task.") @RefersTo("tasks") Id task,

            @Means("The shortest a participant's median time for a page may be, in seconds.")
            @Limits(min = 0, max = 600)
            double fastest)
            implements InTask {}

    @Kind(value = "straight-lining", means = "Whether the same answer was given again and again.")
    record StraightLining(
            @Means("Its name.") Id id,
            @Means("The task.") @RefersTo("tasks") Id task,

            @Means("How many pages in a row with the same answers are too many.") @Limits(min = 3, max = 1000)
            int run)
            implements InTask {}

    @Kind(value = "training-gate", means = "Lets on only those who got the training pages right.")
    record TrainingGate(
            @Means("Its name.") Id id,

            @Means("The task that is trained.") @RefersTo("tasks")
            Id task,

            @Means("How many pages must be right.") @Limits(min = 1, max = 100)
            int pass,

            @Means("How often one may try.") @Limits(min = 1, max = 5) @Otherwise("2")
            int attempts,

            @Means("Pages and their right answers, where these do not follow from the task.") @Limits(max = 100)
            List<Example> examples)
            implements InTask {}

    /** A training page whose right answer is known. */
    record Example(
            @Means("The item it shows.") @RefersTo("items") Id item,

            @Means("The condition it shows; two where pairs are compared.")
            @Limits(min = 1, max = 2)
            @RefersTo("conditions")
            List<Id> conditions,

            @Means("The right answer.") Expected expected) {}
}
