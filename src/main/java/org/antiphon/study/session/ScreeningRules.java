package org.antiphon.study.session;

import java.util.List;
import org.antiphon.study.design.Check;
import org.antiphon.study.session.answer.Answer;
import org.antiphon.study.session.answer.Refusal;
import org.antiphon.study.session.check.Outcome;

/** Which answers a screening takes, and what follows from them. */
final class ScreeningRules {

    private ScreeningRules() {}

    static List<Refusal> refusals(Step.Screening step, Answer answer) {
        Check.Screening check = step.check();
        if (check instanceof Check.Age) {
            return unless(answer instanceof Answer.OldEnough, "Yes or no is needed.");
        }
        if (check instanceof Check.Region) {
            boolean country =
                    answer instanceof Answer.Country given && given.code().matches("[A-Z]{2}");
            return unless(country, "A country is needed.");
        }
        if (check instanceof Check.Browser) {
            return unless(answer instanceof Answer.Tried, "It must be said whether the clip played.");
        }
        boolean volume = answer instanceof Answer.Volume given && given.volume() >= 0 && given.volume() <= 1;
        return unless(volume, "A volume from 0 to 1 is needed.");
    }

    private static List<Refusal> unless(boolean fits, String why) {
        return fits ? List.of() : List.of(new Refusal("", why));
    }

    /** The outcome of an answer that was taken. */
    static Outcome outcome(Step.Screening step, Answer answer) {
        if (answer instanceof Answer.OldEnough age) {
            return Outcome.of(age.oldEnough(), age.oldEnough() ? "Old enough." : "Not old enough.");
        }
        if (answer instanceof Answer.Country country) {
            List<String> countries = ((Check.Region) step.check()).countries();
            return Outcome.of(countries.contains(country.code()), "In " + country.code() + ".");
        }
        if (answer instanceof Answer.Tried tried) {
            return Outcome.of(
                    tried.played() && tried.perceived(),
                    "The clip was " + (tried.played() ? "" : "not ") + "played and " + (tried.perceived() ? "" : "not ")
                            + "noticed.");
        }
        double volume = ((Answer.Volume) answer).volume();
        return Outcome.of(volume > 0, "The volume was set to " + volume + ".");
    }
}
