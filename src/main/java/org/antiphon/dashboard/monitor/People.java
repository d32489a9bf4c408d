package org.antiphon.dashboard.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * A page of the list of participants.
 *
 * @param total how many fit what is asked for
 * @param page counted from 1; the last one if one beyond it was asked for
 */
record People(int total, int page, int pages, int version, List<Integer> versions, List<Person> people) {

    /** Rows on a page: a few screens of a phone. */
    private static final int SIZE = 50;

    /**
     * A participant in the list.
     *
     * @param standing as in {@link Entry#standing}
     * @param minutes from the beginning to the end, or to the last sign of life
     * @param answers of all kinds
     * @param pages main pages
     * @param median time for a main page, in seconds
     * @param step the last that was answered, in words
     * @param rule why a rule of the study leaves them out; empty if none does, or a person has decided
     */
    record Person(
            String pseudonym,
            String standing,
            Instant begun,
            Instant seen,
            double minutes,
            String way,
            String language,
            int answers,
            int pages,
            OptionalDouble median,
            Optional<String> step,
            List<Flag> flags,
            Optional<Entry.Decision> decision,
            Optional<String> rule) {

        static Person of(Watch watch, Watch.Seen seen, Instant since, Map<String, String> ruled) {
            Entry entry = seen.entry();
            Trace trace = seen.trace();
            int count = trace.steps().length;
            Duration lasted = Duration.between(entry.begun(), entry.ended().orElse(entry.seen()));
            return new Person(
                    entry.pseudonym(),
                    entry.standing(since),
                    entry.begun(),
                    entry.seen(),
                    Math.round(lasted.toSeconds() / 6.0) / 10.0,
                    entry.way(),
                    entry.language(),
                    count,
                    trace.pages(),
                    trace.median(),
                    count == 0
                            ? Optional.empty()
                            : Optional.of(StepNames.of(
                                    watch.watched().study(), watch.steps().name(trace.steps()[count - 1]))),
                    trace.flags(),
                    entry.decision(),
                    ruled(entry, ruled));
        }

        static Optional<String> ruled(Entry entry, Map<String, String> ruled) {
            return entry.decision().isPresent() ? Optional.empty() : Optional.ofNullable(ruled.get(entry.pseudonym()));
        }
    }

    /**
     * Which participants, in which order.
     *
     * @param standing those that stand so; all if it is empty
     * @param flag a kind of flag, or {@code any}; all if it is empty
     * @param counted {@code out} for those left out by hand or by a rule, {@code in} for all others, {@code open} for those who have a
     *     flag and about whom nothing was decided; all if it is empty
     * @param name a part of the pseudonym
     * @param sort begun, standing, answers, minutes, median, flags or pseudonym; with - before it the other way round
     */
    record Wish(String standing, String flag, String counted, String name, String sort, int page) {

        private static final Map<String, Comparator<Person>> ORDERS = Map.of(
                "begun", Comparator.comparing(Person::begun),
                "standing", Comparator.comparing(Person::standing),
                "answers", Comparator.comparingInt(Person::answers),
                "minutes", Comparator.comparingDouble(Person::minutes),
                "median",
                        Comparator.comparingDouble(
                                (Person person) -> person.median().orElse(Double.POSITIVE_INFINITY)),
                "flags",
                        Comparator.comparingInt(
                                (Person person) -> person.flags().size()),
                "pseudonym", Comparator.comparing(Person::pseudonym));

        boolean understood() {
            return ORDERS.containsKey(key())
                    && (flag.isEmpty()
                            || flag.equals("any")
                            || Flag.Kind.named(flag).isPresent())
                    && List.of("", "in", "out", "open").contains(counted);
        }

        private String key() {
            return sort.startsWith("-") ? sort.substring(1) : sort;
        }

        private Comparator<Person> order() {
            Comparator<Person> order = ORDERS.get(key());
            return sort.startsWith("-") ? order.reversed() : order;
        }

        private Predicate<Watch.Seen> fits(Instant since, Map<String, String> ruled) {
            return seen -> (standing.isEmpty() || seen.entry().standing(since).equals(standing))
                    && flagged(seen.trace().flags())
                    && counted(seen, ruled)
                    && seen.entry().pseudonym().contains(name.toLowerCase(Locale.ROOT));
        }

        private boolean flagged(List<Flag> flags) {
            return flag.isEmpty()
                    || flag.equals("any") && !flags.isEmpty()
                    || flags.stream().anyMatch(one -> Flag.Kind.named(flag).equals(Optional.of(one.kind())));
        }

        private boolean counted(Watch.Seen seen, Map<String, String> ruled) {
            boolean out =
                    seen.entry().excluded() || Person.ruled(seen.entry(), ruled).isPresent();
            return switch (counted) {
                case "out" -> out;
                case "in" -> !out;
                case "open" ->
                    seen.entry().decision().isEmpty() && !seen.trace().flags().isEmpty();
                default -> true;
            };
        }
    }

    /** @param ruled why rules leave somebody out, by pseudonym */
    static People of(Watch watch, Wish wish, Map<String, String> ruled) {
        Instant since = watch.since();
        // those who are equal in what is sorted by stay in the order in which they came
        List<Person> fitting = watch.sessions().stream()
                .filter(wish.fits(since, ruled))
                .map(seen -> Person.of(watch, seen, since, ruled))
                .sorted(wish.order())
                .toList();
        int pages = Math.max(1, (fitting.size() + SIZE - 1) / SIZE);
        int page = Math.max(1, Math.min(pages, wish.page()));
        return new People(
                fitting.size(),
                page,
                pages,
                watch.watched().version(),
                watch.watched().versions(),
                fitting.subList((page - 1) * SIZE, Math.min(page * SIZE, fitting.size())));
    }
}
