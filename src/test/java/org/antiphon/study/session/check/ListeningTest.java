package org.antiphon.study.session.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.answer.Answer;
import org.antiphon.study.session.answer.Judgement;
import org.antiphon.study.session.answer.PlayEvent;
import org.antiphon.study.session.answer.PlayEvent.Kind;
import org.antiphon.study.session.assignment.Purpose;
import org.antiphon.study.session.assignment.Slot;
import org.antiphon.study.session.assignment.Trial;
import org.junit.jupiter.api.Test;

class ListeningTest {

    private static final double LENGTH = 10;

    private final List<PlayEvent> plays = new ArrayList<>();

    @Test
    void passesWhoPlaysEachClipToItsEnd() {
        event("A", Kind.STARTED, 0, 1);
        event("A", Kind.ENDED, 10, 11);
        event("B", Kind.STARTED, 0, 12);
        event("B", Kind.ENDED, 10, 22);
        assertThat(listening(0.9, 25)).isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void failsWhoLeavesOneClipOutAndNamesIt() {
        event("A", Kind.STARTED, 0, 1);
        event("A", Kind.ENDED, 10, 11);
        assertThat(listening(0.9, 25)).isEqualTo(new Outcome.Failed("Page 3: 0 % of B was played."));
    }

    @Test
    void addsUpWhatWasPlayedInPiecesAndCountsNothingTwice() {
        event("A", Kind.STARTED, 0, 0);
        event("A", Kind.STOPPED, 4, 4);
        event("B", Kind.STARTED, 4, 4);
        event("B", Kind.STOPPED, 10, 10);
        event("B", Kind.STARTED, 0, 10);
        event("B", Kind.STOPPED, 4, 14);
        event("A", Kind.STARTED, 2, 14);
        event("A", Kind.STOPPED, 6, 18);
        assertThat(listening(0.9, 20)).isEqualTo(new Outcome.Failed("Page 3: 60 % of A was played."));
        event("A", Kind.STARTED, 6, 18);
        event("A", Kind.ENDED, 10, 22);
        assertThat(listening(0.9, 25)).isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void loosesLittleWhenTheEndWasNeverTold() {
        both(0);
        plays.removeIf(event -> event.slot().equals("B"));
        event("B", Kind.STARTED, 0, 12);
        for (int second = 1; second <= 9; second++) {
            event("B", Kind.PLAYING, second, 12 + second);
        }
        assertThat(listening(0.9, 25)).isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void doesNotTakeAJumpForListening() {
        event("A", Kind.STARTED, 0, 0);
        event("A", Kind.PLAYING, 9.9, 1);
        event("A", Kind.ENDED, 10, 1.1);
        event("B", Kind.STARTED, 0, 2);
        event("B", Kind.ENDED, 10, 12);
        assertThat(listening(0.9, 25)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void failsALogThatTellsOfMoreThanThereWasTimeFor() {
        both(0);
        assertThat(listening(0.9, 25)).isInstanceOf(Outcome.Passed.class);
        // the server waited eight seconds for an answer that tells of twenty
        assertThat(listening(0.9, 8).reason()).contains("20.0 s are said to have been played within 8.9 s");
    }

    @Test
    void isNotRunWithoutALog() {
        assertThat(listening(0.9, 25)).isInstanceOf(Outcome.NotRun.class);
    }

    private void both(double at) {
        event("A", Kind.STARTED, 0, at);
        event("A", Kind.ENDED, 10, at + 10);
        event("B", Kind.STARTED, 0, at + 10);
        event("B", Kind.ENDED, 10, at + 20);
    }

    private void event(String slot, Kind kind, double position, double at) {
        plays.add(new PlayEvent(slot, kind, position, Duration.ofMillis(Math.round(at * 1000))));
    }

    private Outcome listening(double share, double took) {
        List<Slot> slots =
                List.of(new Slot("A", new Id("a"), Slot.Role.COMPARED), new Slot("B", new Id("b"), Slot.Role.COMPARED));
        Trial trial = new Trial(new Id("task"), 3, new Id("item"), slots, new Purpose.Main());
        Answer.Judged answer = new Answer.Judged(Map.of(), plays, Duration.ofMillis(Math.round(took * 1000)));
        return Listening.of(new Judgement(trial, answer), share, stimulus -> LENGTH);
    }
}
