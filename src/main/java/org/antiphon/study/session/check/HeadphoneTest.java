package org.antiphon.study.session.check;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Seed;
import org.antiphon.study.design.Check;
import org.antiphon.study.design.Check.Headphones.Method;
import org.antiphon.study.session.assignment.Draw;

/**
 * One attempt at a headphone test: questions of three sounds each, one of which is to be chosen. The right answers follow
 * from the seed and never leave the server.
 */
public final class HeadphoneTest {

    /** Sounds a question. */
    public static final int SOUNDS = 3;

    private final Check.Headphones check;
    private final Seed seed;
    private final List<List<Antiphase.Tone>> tones = new ArrayList<>();

    /** @param attempt counted from 1; each is another draw */
    public HeadphoneTest(Check.Headphones check, Seed session, int attempt) {
        this.check = check;
        this.seed = session.derive("headphones " + check.id()).derive("attempt " + attempt);
        Draw draw = new Draw(seed);
        for (int question = 0; question < check.trials(); question++) {
            tones.add(draw.shuffled(List.of(Antiphase.Tone.values())));
        }
    }

    /** The number of questions. */
    public int questions() {
        return check.trials();
    }

    /** The right answers, counted from 1. Of Huggins pitch the sound with the tone, of antiphase the softer one. */
    public List<Integer> right() {
        return tones.stream()
                .map(order -> order.indexOf(Antiphase.Tone.SOFTER) + 1)
                .toList();
    }

    /**
     * One of the sounds.
     *
     * @param question counted from 1
     * @param sound counted from 1
     */
    public StereoSound sound(int question, int sound, SampleRate rate) {
        if (question < 1 || question > questions() || sound < 1 || sound > SOUNDS) {
            throw new IllegalArgumentException("there is no sound " + sound + " of question " + question);
        }
        Antiphase.Tone tone = tones.get(question - 1).get(sound - 1);
        if (check.method() == Method.ANTIPHASE) {
            return Antiphase.of(tone, rate);
        }
        Seed noise = seed.derive("question " + question).derive("sound " + sound);
        return HugginsPitch.of(noise, tone == Antiphase.Tone.SOFTER, rate);
    }

    /** @throws IllegalArgumentException if there is not one answer for each question */
    public Outcome grade(List<Integer> chosen) {
        List<Integer> right = right();
        if (chosen.size() != right.size()) {
            throw new IllegalArgumentException(right.size() + " questions, " + chosen.size() + " answers");
        }
        int hits = 0;
        for (int i = 0; i < right.size(); i++) {
            hits += chosen.get(i).equals(right.get(i)) ? 1 : 0;
        }
        return Outcome.of(
                hits >= check.needed(), hits + " of " + right.size() + " right, " + check.needed() + " are needed.");
    }
}
