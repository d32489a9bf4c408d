package org.antiphon.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.antiphon.metric.Measured;
import org.antiphon.metric.MetricUnit;
import org.antiphon.metric.NotMeasured;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    private final ResultTable table = new ResultTable();

    @Test
    void averagesWhatWasMeasuredAndSkipsWhatWasNot() {
        table.add("ours", "f1", new Measured(0.5, MetricUnit.NUMBER));
        table.add("ours", "f1", new NotMeasured("silence"));
        table.add("ours", "f1", 1.0);
        assertThat(table.mean("ours", "f1")).hasValue(0.75);
        assertThat(table.count("ours", "f1")).isEqualTo(2);
        assertThat(table.mean("theirs", "f1")).isEmpty();
    }

    @Test
    void sharesNeedAWholeThatIsNotZero() {
        table.add("truth", "f1", 0.8);
        table.add("ours", "f1", 0.6);
        table.add("silence", "f1", 0.0);
        assertThat(table.share("ours", "truth", "f1").orElseThrow())
                .isCloseTo(0.75, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(table.share("ours", "silence", "f1")).isEmpty();
    }

    @Test
    void aGoalThatCouldNotBeMeasuredIsNotReached() {
        assertThat(new Goal("x", OptionalDouble.empty(), 0, 0, false).reached(1))
                .isFalse();
        assertThat(new Goal("x", OptionalDouble.of(0.4), 0.5, 0.3, false).reached(0.5))
                .isTrue();
        assertThat(new Goal("x", OptionalDouble.of(0.4), 0.5, 0.3, false).reached(0.3))
                .isFalse();
        assertThat(new Goal("x", OptionalDouble.of(0.4), 0.3, 0.9, true).reached(0.3))
                .isTrue();
    }
}
