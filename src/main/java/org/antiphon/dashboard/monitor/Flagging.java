package org.antiphon.dashboard.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.antiphon.study.design.Check;

/**
 * Finds what is odd about a session. Where the study has a check with bounds of its own, those hold; elsewhere bounds that
 * somebody who listens does not come near to. Sessions under way are looked at as well.
 */
final class Flagging {

    /** So many equal answers in a row are too many, where the study does not say how many are. */
    static final int RUN = 10;

    /** Somebody who gives one answer from beginning to end is seen earlier, if it is not one of two. */
    static final int ALL = 6;

    /** Below so many pages nothing is said about times. */
    private static final int FEWEST = 3;

    /** The share of pages without a sound that is let pass: logs can be lost. */
    private static final double LOST = 0.1;

    private final Watched watched;
    private final List<Page> pages;
    private final Map<String, Trace.Outcomes> checks;
    private final List<Flag> flags = new ArrayList<>();

    private Flagging(Watched watched, List<Page> pages, Map<String, Trace.Outcomes> checks) {
        this.watched = watched;
        this.pages = pages;
        this.checks = checks;
    }

    /** @param browsers what the participant's browsers called themselves */
    static List<Flag> of(Watched watched, List<Page> pages, Map<String, Trace.Outcomes> checks, Set<String> browsers) {
        Flagging flagging = new Flagging(watched, pages, checks);
        Map<String, List<Page>> tasks = pages.stream()
                .filter(Page::main)
                .collect(Collectors.groupingBy(Page::task, TreeMap::new, Collectors.toList()));
        tasks.forEach(flagging::fast);
        tasks.forEach(flagging::straight);
        flagging.unheard();
        flagging.failed();
        flagging.device(browsers);
        return flagging.flags;
    }

    private void flag(Flag.Kind kind, String why, Object... values) {
        flags.add(new Flag(kind, String.format(Locale.ROOT, why, values)));
    }

    private void fast(String task, List<Page> main) {
        List<Check.Speed> bounds = watched.checks(Check.Speed.class, task);
        if (!bounds.isEmpty()) {
            double fastest = bounds.get(0).fastest();
            double median = median(main).orElse(Double.POSITIVE_INFINITY);
            if (median < fastest) {
                flag(
                        Flag.Kind.FAST,
                        "%s: a page took %.1f s in the middle; the study asks for at least %.1f s.",
                        task,
                        median,
                        fastest);
            }
            return;
        }
        long hasty = main.stream()
                .filter(page -> page.took() < 1000 * page.longest())
                .count();
        if (main.size() >= FEWEST && 2 * hasty >= main.size()) {
            flag(
                    Flag.Kind.FAST,
                    "%s: %d of %d pages were answered sooner than their longest clip lasts.",
                    task,
                    hasty,
                    main.size());
        }
    }

    private void straight(String task, List<Page> main) {
        int longest = longestRun(main);
        Optional<Check.StraightLining> bound =
                watched.checks(Check.StraightLining.class, task).stream().findFirst();
        boolean oneAnswer = longest == main.size() && main.size() >= ALL && !isChoice(main.get(0));
        if (longest >= bound.map(Check.StraightLining::run).orElse(RUN) || bound.isEmpty() && oneAnswer) {
            flag(
                    Flag.Kind.STRAIGHT,
                    "%s: the same was answered %d times in a row, of %d pages.",
                    task,
                    longest,
                    main.size());
        }
        long level = main.stream().filter(Page::level).count();
        if (main.size() >= FEWEST && 2 * level >= main.size()) {
            flag(
                    Flag.Kind.STRAIGHT,
                    "%s: on %d of %d pages all clips were given the same number.",
                    task,
                    level,
                    main.size());
        }
    }

    /** Somebody who prefers A six times in a row may do so by chance. */
    private static boolean isChoice(Page page) {
        return page.said().contains("\"choice\"");
    }

    static int longestRun(List<Page> pages) {
        int longest = pages.isEmpty() ? 0 : 1;
        int run = 1;
        for (int i = 1; i < pages.size(); i++) {
            run = pages.get(i).said().equals(pages.get(i - 1).said()) ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private void unheard() {
        long silent = pages.stream().filter(page -> !page.played()).count();
        if (silent > LOST * pages.size()) {
            flag(Flag.Kind.UNHEARD, "On %d of %d pages nothing was played.", silent, pages.size());
        }
        failures(Check.Listening.class)
                .forEach((check, found) -> flag(
                        Flag.Kind.UNHEARD,
                        "%s: on %d of %d pages less was played than the study asks for.",
                        check,
                        found.failed(),
                        found.passed() + found.failed() + found.notRun()));
    }

    private Map<String, Trace.Outcomes> failures(Class<? extends Check> kind) {
        Map<String, Trace.Outcomes> failures = new TreeMap<>();
        for (Check check : watched.study().checks()) {
            Trace.Outcomes found = checks.get(check.id().text());
            if (kind.isInstance(check) && found != null && found.failed() > 0) {
                failures.put(check.id().text(), found);
            }
        }
        return failures;
    }

    /** Of all checks but those that have a flag of their own. */
    private void failed() {
        Map<String, Trace.Outcomes> failures = failures(Check.class);
        for (Class<? extends Check> other :
                List.of(Check.Listening.class, Check.Speed.class, Check.StraightLining.class)) {
            failures.keySet().removeAll(failures(other).keySet());
        }
        failures.forEach((check, found) -> {
            int all = found.passed() + found.failed() + found.notRun();
            if (all == 1) {
                flag(Flag.Kind.CHECKS, "%s: failed.", check);
            } else {
                flag(Flag.Kind.CHECKS, "%s: failed %d of %d times.", check, found.failed(), all);
            }
        });
    }

    private void device(Set<String> browsers) {
        Set<String> programs = new TreeSet<>(browsers);
        programs.removeIf(browser -> !browser.matches("(?is).*(headless|phantomjs|selenium|python|curl|bot\\b).*"));
        if (!programs.isEmpty()) {
            flag(
                    Flag.Kind.DEVICE,
                    "The browser calls itself a program: %s.",
                    programs.iterator().next());
        }
        if (browsers.size() > 1) {
            flag(Flag.Kind.DEVICE, "%d browsers or devices were used in one session.", browsers.size());
        }
    }

    /** The median time of pages, in seconds. */
    static OptionalDouble median(List<Page> pages) {
        if (pages.isEmpty()) {
            return OptionalDouble.empty();
        }
        int[] times = pages.stream().mapToInt(Page::took).sorted().toArray();
        return OptionalDouble.of((times[(times.length - 1) / 2] + times[times.length / 2]) / 2000.0);
    }
}
