package org.antiphon.dashboard.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logs of what was played, as stretches of time. */
class SpansTest {

    @Test
    void joinsEventsUntilTheClipStops() throws Exception {
        assertThat(spans("""
                [{"slot":"A","kind":"started","position":0,"at":1000},
                 {"slot":"A","kind":"playing","position":2,"at":3000},
                 {"slot":"A","kind":"stopped","position":3,"at":4000},
                 {"slot":"B","kind":"started","position":3,"at":4000},
                 {"slot":"B","kind":"ended","position":5,"at":6000}]""")).containsExactly(new Spans.Span("A", 1, 4, 0, 3), new Spans.Span("B", 4, 6, 3, 5));
    }

    @Test
    void keepsWhatIsKnownOfAClipWhoseEndWasNotTold() throws Exception {
        assertThat(spans("""
                [{"slot":"A","kind":"started","position":0,"at":1000},
                 {"slot":"A","kind":"playing","position":2,"at":3000}]""")).containsExactly(new Spans.Span("A", 1, 3, 0, 2));
    }

    @Test
    void leavesOutWhatNeverBegan() throws Exception {
        assertThat(spans("[{\"slot\":\"A\",\"kind\":\"ended\",\"position\":2,\"at\":3000}]"))
                .isEmpty();
    }

    private static List<Spans.Span> spans(String log) throws Exception {
        return Spans.of(new ObjectMapper().readTree(log));
    }
}
