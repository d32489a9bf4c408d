package org.antiphon.study.session.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Waveform;
import org.antiphon.study.design.Check;
import org.antiphon.study.design.Check.Headphones.Method;
import org.antiphon.study.design.document.Id;
import org.junit.jupiter.api.Test;

class HeadphoneTestTest {

    private static final SampleRate RATE = new SampleRate(48_000);

    @Test
    void hidesATonesBandFromEachEarAloneAndFromTheSumOfBoth() {
        StereoSound tone = HugginsPitch.of(new Seed(1), true, RATE);
        StereoSound noise = HugginsPitch.of(new Seed(1), false, RATE);
        assertThat(noise.left().samples()).isEqualTo(noise.right().samples());
        assertThat(tone.left().samples()).isEqualTo(noise.left().samples());
        double inBand = band(tone.right(), 570, 630);
        assertThat(inBand / band(tone.left(), 570, 630)).isBetween(0.9, 1.1);
        // within the band the ears are opposite, outside they are the same
        assertThat(band(sum(tone, 1), 570, 630)).isLessThan(0.05 * inBand);
        assertThat(band(sum(tone, -1), 570, 630)).isGreaterThan(3.5 * inBand);
        assertThat(band(sum(tone, -1), 450, 550)).isLessThan(0.05 * band(tone.left(), 450, 550));
        assertThat(band(sum(tone, -1), 650, 750)).isLessThan(0.05 * band(tone.left(), 650, 750));
    }

    @Test
    void makesTheSoundsThatTheMethodNames() {
        StereoSound huggins = HugginsPitch.of(new Seed(1), true, RATE);
        assertThat(huggins.left().seconds()).isEqualTo(1.0);
        assertThat(rms(huggins.left())).isBetween(0.04, 0.06);
        StereoSound plain = Antiphase.of(Antiphase.Tone.PLAIN, RATE);
        StereoSound softer = Antiphase.of(Antiphase.Tone.SOFTER, RATE);
        StereoSound inverted = Antiphase.of(Antiphase.Tone.INVERTED, RATE);
        assertThat(20 * Math.log10(rms(softer.left()) / rms(plain.left()))).isBetween(-6.01, -5.99);
        assertThat(rms(inverted.left())).isEqualTo(rms(plain.left()));
        assertThat(rms(sum(inverted, 1))).isZero();
        assertThat(rms(sum(plain, 1))).isGreaterThan(rms(plain.left()));
    }

    @Test
    void beginsAndEndsEachSoundSoftly() {
        for (StereoSound sound :
                List.of(HugginsPitch.of(new Seed(2), true, RATE), Antiphase.of(Antiphase.Tone.PLAIN, RATE))) {
            float[] samples = sound.right().samples();
            assertThat(Math.abs(samples[0])).isLessThan(1e-6f);
            assertThat(Math.abs(samples[samples.length - 1])).isLessThan(1e-6f);
        }
    }

    @Test
    void putsTheRightSoundAtEachPlaceAndDrawsTheSameFromTheSameSeed() {
        Set<Integer> places = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            places.addAll(test(Method.HUGGINS, seed, 1).right());
        }
        assertThat(places).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(test(Method.HUGGINS, 5, 1).right())
                .isEqualTo(test(Method.HUGGINS, 5, 1).right());
        assertThat(test(Method.HUGGINS, 5, 1).right())
                .isNotEqualTo(test(Method.HUGGINS, 5, 2).right());
    }

    @Test
    void playsTheToneAtTheRightPlaceOnly() {
        HeadphoneTest test = test(Method.HUGGINS, 3, 1);
        int right = test.right().get(0);
        for (int sound = 1; sound <= HeadphoneTest.SOUNDS; sound++) {
            StereoSound played = test.sound(1, sound, RATE);
            boolean tone = rms(sum(played, -1)) > 0;
            assertThat(tone).isEqualTo(sound == right);
        }
        HeadphoneTest antiphase = test(Method.ANTIPHASE, 3, 1);
        assertThat(rms(antiphase.sound(1, antiphase.right().get(0), RATE).left()))
                .isLessThan(0.04);
    }

    @Test
    void passesByTheCustomOfTheMethodUnlessTheStudySays() {
        HeadphoneTest huggins = test(Method.HUGGINS, 1, 1);
        HeadphoneTest antiphase = test(Method.ANTIPHASE, 1, 1);
        assertThat(huggins.grade(huggins.right())).isInstanceOf(Outcome.Passed.class);
        assertThat(huggins.grade(oneWrong(huggins)).reason()).isEqualTo("5 of 6 right, 6 are needed.");
        assertThat(huggins.grade(oneWrong(huggins))).isInstanceOf(Outcome.Failed.class);
        assertThat(antiphase.grade(oneWrong(antiphase))).isInstanceOf(Outcome.Passed.class);
        Check.Headphones lenient = new Check.Headphones(new Id("h"), Method.HUGGINS, 6, Optional.of(4), 2);
        assertThat(lenient.needed()).isEqualTo(4);
    }

    @Test
    void refusesWhatWasNotAsked() {
        HeadphoneTest test = test(Method.HUGGINS, 1, 1);
        assertThatThrownBy(() -> test.sound(7, 1, RATE)).hasMessage("there is no sound 1 of question 7");
        assertThatThrownBy(() -> test.grade(List.of(1, 2))).hasMessage("6 questions, 2 answers");
    }

    private static HeadphoneTest test(Method method, long seed, int attempt) {
        return new HeadphoneTest(
                new Check.Headphones(new Id("h"), method, 6, Optional.empty(), 2), new Seed(seed), attempt);
    }

    private static List<Integer> oneWrong(HeadphoneTest test) {
        List<Integer> answers = new java.util.ArrayList<>(test.right());
        answers.set(0, answers.get(0) % 3 + 1);
        return answers;
    }

    private static Waveform sum(StereoSound sound, int sign) {
        float[] sum = new float[sound.left().length()];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = sound.left().samples()[i] + sign * sound.right().samples()[i];
        }
        return new Waveform(sum, sound.rate());
    }

    private static double rms(Waveform sound) {
        double sum = 0;
        for (float sample : sound.samples()) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / sound.length());
    }

    /** Power between two frequencies, by the definition of the Fourier transform, without its ends, which are faded. */
    private static double band(Waveform sound, int from, int to) {
        int n = sound.rate().hertz() / 2;
        double power = 0;
        for (int hertz = from; hertz <= to; hertz += 2) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < n; i++) {
                double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / n);
                double angle = 2 * Math.PI * hertz * i / sound.rate().hertz();
                re += window * sound.samples()[n / 2 + i] * Math.cos(angle);
                im += window * sound.samples()[n / 2 + i] * Math.sin(angle);
            }
            power += re * re + im * im;
        }
        return power;
    }
}
