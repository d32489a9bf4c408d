package org.antiphon.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.junit.jupiter.api.Test;

class LevelCurveTest {

    @Test
    void readsMinusThreeForAFullSine() {
        float[] level = LevelCurve.dbfs(Sounds.sine(1000, 1, 1, 24_000), 50, 50);
        assertThat(level[25]).isCloseTo(-3.01f, within(0.02f));
    }

    @Test
    void fallsByTheGainAndReadsTheFloorInSilence() {
        float[] level = LevelCurve.dbfs(Sounds.sine(1000, 0.1, 1, 24_000), 60, 50);
        assertThat(level[25]).isCloseTo(-23.01f, within(0.02f));
        assertThat(level[55]).isEqualTo(-80f);
        assertThat(LevelCurve.dbfs(Waveform.silence(100, SampleRate.MODEL), 3, 50))
                .containsOnly(-80f);
    }
}
