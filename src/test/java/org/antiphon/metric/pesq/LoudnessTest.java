package org.antiphon.metric.pesq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LoudnessTest {

    private final BarkBands bands = BarkBands.at(16_000);
    private final Loudness loudness = new Loudness(bands);

    private double[] frame(double timesThreshold) {
        return Arrays.stream(bands.threshold).map(t -> t * timesThreshold).toArray();
    }

    /** Zwicker's law and the dead zone, written out for one band. */
    private double difference(double before, double after, int b) {
        double[] sones = new double[2];
        double[] ratios = {before, after};
        for (int i = 0; i < 2; i++) {
            double scale = 0.1866055 * Math.pow(bands.threshold[b] / 0.5, bands.exponent[b]);
            sones[i] = ratios[i] > 1 ? scale * (Math.pow(0.5 + 0.5 * ratios[i], bands.exponent[b]) - 1) : 0;
        }
        double gap = sones[1] - sones[0];
        return Math.signum(gap) * Math.max(0, Math.abs(gap) - 0.25 * Math.min(sones[0], sones[1]));
    }

    @Test
    void differenceFollowsZwickersLawWhereverItIsNotMasked() {
        for (double before = 0.5; before < 1e6; before *= 1.7) {
            for (double after = 0.5; after < 1e6; after *= 1.31) {
                loudness.compare(frame(before), frame(after), 0);
                double squares = 0;
                for (int b = 1; b < bands.count(); b++) {
                    double wide = difference(before, after, b) * bands.width[b];
                    squares += wide * wide;
                }
                assertThat(loudness.symmetric())
                        .as("%s and %s times the threshold", before, after)
                        .isCloseTo(Math.sqrt(squares * bands.totalWidth), within(1e-9));
            }
        }
    }

    @Test
    void onlyWhatIsAddedDisturbsAsymmetrically() {
        loudness.compare(frame(1e6), frame(1e4), 0);
        assertThat(loudness.symmetric()).isPositive();
        assertThat(loudness.asymmetric()).isZero();
        loudness.compare(frame(1e4), frame(1e6), 0);
        assertThat(loudness.asymmetric()).isPositive();
    }

    @Test
    void gainIsSmoothedAndLimited() {
        double[] quiet = frame(1e3);
        double heard = loudness.audible(quiet, 0, 1);
        loudness.startGain(1);
        loudness.equaliseGain(100 * (heard + 5000), quiet, 0, true);
        assertThat(loudness.audible(quiet, 0, 1)).isCloseTo(5 * heard, within(1e-6 * heard));

        double[] again = frame(1e3);
        loudness.startGain(1);
        loudness.equaliseGain(2 * heard + 5000, again, 0, true);
        double expected = 0.2 + 0.8 * (2 * heard + 10_000) / (heard + 5000);
        assertThat(loudness.audible(again, 0, 1)).isCloseTo(expected * heard, within(1e-6 * heard));
    }
}
