package org.antiphon.dashboard.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antiphon.study.design.Examples;
import org.antiphon.study.design.Study;
import org.junit.jupiter.api.Test;

/** What is odd about a session, and what is not. */
class FlaggingTest {

    private static final double CLIP = 5;

    private final Study study = Examples.study("etudes");
    private final Watched watched = new Watched("etudes", "", 1, "open", Instant.EPOCH, plain(), Map.of(), List.of(1));

    /** Without checks of its own. */
    private static Study plain() {
        return Examples.accepted(Examples.SMALL);
    }

    @Test
    void findsNothingOddAboutSomebodyWhoListens() {
        assertThat(flags(pages(12, 7000, true, false))).isEmpty();
        assertThat(flags(List.of())).isEmpty();
    }

    @Test
    void findsThatPagesWereAnsweredSoonerThanTheirClipLasts() {
        assertThat(flags(pages(12, 900, true, false))).containsExactly(Flag.Kind.FAST);
        // two pages say nothing
        assertThat(flags(pages(2, 900, true, false))).isEmpty();
    }

    @Test
    void findsTheSameAnswersAgainAndAgain() {
        assertThat(flags(pages(12, 7000, true, true))).containsExactly(Flag.Kind.STRAIGHT);
        assertThat(flags(pages(6, 7000, true, true))).containsExactly(Flag.Kind.STRAIGHT);
        assertThat(flags(pages(5, 7000, true, true))).isEmpty();
    }

    @Test
    void takesTheSameChoiceForChanceSomewhatLonger() {
        List<Page> six = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            six.add(new Page("main", true, 7000, CLIP, true, "{\"choice\": \"A\"}", false));
        }
        assertThat(flags(six)).isEmpty();
    }

    @Test
    void findsPagesOnWhichNothingWasPlayedButForgivesALostLog() {
        List<Page> pages = new ArrayList<>(pages(20, 7000, true, false));
        pages.set(3, new Page("main", true, 7000, CLIP, false, "{\"quality\": 9}", false));
        assertThat(flags(pages)).isEmpty();
        assertThat(flags(pages(12, 7000, false, false))).containsExactly(Flag.Kind.UNHEARD);
    }

    @Test
    void findsThatAllClipsOfAPageWereGivenOneNumber() {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            pages.add(new Page("main", true, 60_000, CLIP, true, "{\"A\": " + i + "}", true));
        }
        assertThat(flags(pages)).containsExactly(Flag.Kind.STRAIGHT);
    }

    @Test
    void findsProgramsAndDevicesThatChange() {
        List<Page> pages = pages(12, 7000, true, false);
        assertThat(kinds(Flagging.of(watched, pages, Map.of(), Set.of("Mozilla/5.0 HeadlessChrome/120"))))
                .containsExactly(Flag.Kind.DEVICE);
        assertThat(kinds(Flagging.of(watched, pages, Map.of(), Set.of("Firefox", "Safari"))))
                .containsExactly(Flag.Kind.DEVICE);
        assertThat(kinds(Flagging.of(watched, pages, Map.of(), Set.of("Firefox"))))
                .isEmpty();
    }

    @Test
    void namesEveryFailedCheckOnce() {
        Watched checked = new Watched("etudes", "", 1, "open", Instant.EPOCH, study, Map.of(), List.of(1));
        Map<String, Trace.Outcomes> outcomes = new java.util.HashMap<>();
        study.checks().forEach(check -> outcomes.put(check.id().text(), new Trace.Outcomes(0, 1, 0)));
        List<Flag> flags = Flagging.of(checked, List.of(), outcomes, Set.of());
        assertThat(flags).isNotEmpty().allSatisfy(flag -> assertThat(flag.kind())
                .isIn(Flag.Kind.CHECKS, Flag.Kind.UNHEARD));
    }

    private List<Flag.Kind> flags(List<Page> pages) {
        return kinds(Flagging.of(watched, pages, Map.of(), Set.of("Firefox")));
    }

    private static List<Flag.Kind> kinds(List<Flag> flags) {
        return flags.stream().map(Flag::kind).toList();
    }

    private static List<Page> pages(int count, int took, boolean played, boolean same) {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pages.add(new Page("main", true, took, CLIP, played, "{\"quality\": " + (same ? 3 : i) + "}", false));
        }
        return pages;
    }
}
