package org.antiphon.cli.measurement;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.antiphon.clip.Progress;
import org.antiphon.metric.EmbeddingSets;
import org.antiphon.metric.Measured;
import org.antiphon.metric.Measurement;
import org.antiphon.metric.MetricCard;
import org.antiphon.metric.NotMeasured;
import org.antiphon.metric.PairMetric;
import org.antiphon.translation.Translator;

/** The two things the command does: the door of this package. */
public final class Measuring {

    private Measuring() {}

    /**
     * What came of one pair.
     *
     * @param refusal why a file could not be used; empty if both could
     */
    public record PairResult(Map<String, Object> facts, String text, Optional<String> refusal) {}

    /** Measures one pair. */
    public static PairResult pair(Path reference, Path candidate, List<PairMetric> metrics, Progress progress) {
        progress.at("measuring", 0);
        PairMeasurer.Outcome outcome =
                new PairMeasurer(MemoryGate.ofThisProcess()).measure(reference, candidate, metrics);
        List<Map<String, Object>> numbers = new ArrayList<>();
        StringBuilder text = new StringBuilder(outcome.remark().isEmpty() ? "" : outcome.remark() + "\n");
        int width =
                metrics.stream().mapToInt(m -> m.card().name().length()).max().orElse(0);
        for (int i = 0; i < metrics.size(); i++) {
            MetricCard card = metrics.get(i).card();
            Measurement measurement = outcome.measurements().get(i);
            numbers.add(number(card, measurement));
            text.append(String.format(Locale.ROOT, "%-" + width + "s  %s%n", card.name(), inWords(measurement)));
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("reference", reference);
        facts.put("candidate", candidate);
        facts.put("remark", outcome.remark());
        facts.put("metrics", numbers);
        return new PairResult(facts, text.toString().stripTrailing(), outcome.refusal());
    }

    private static Map<String, Object> number(MetricCard card, Measurement measurement) {
        Map<String, Object> number = new LinkedHashMap<>();
        number.put("metric", card.name());
        if (measurement instanceof Measured measured) {
            number.put("value", measured.value());
        } else {
            number.put("reason", ((NotMeasured) measurement).reason());
        }
        number.put("unit", card.unit().symbol());
        number.put("version", card.version());
        return number;
    }

    private static String inWords(Measurement measurement) {
        return measurement instanceof Measured measured
                ? String.format(
                                Locale.ROOT,
                                "%.4f %s",
                                measured.value(),
                                measured.unit().symbol())
                        .strip()
                : "not measured: " + ((NotMeasured) measurement).reason();
    }

    /**
     * What is to be measured of many pairs.
     *
     * @param ofPairs of each pair
     * @param ofSets of all references and all candidates: cards of {@link EmbeddingSets}
     * @param models folder of the models, which only sets need
     */
    public record Wanted(List<PairMetric> ofPairs, List<MetricCard> ofSets, Path models) {

        private List<MetricCard> cards() {
            return Stream.concat(ofPairs.stream().map(PairMetric::card), ofSets.stream())
                    .toList();
        }
    }

    /**
     * Measures all pairs of a file, or those that a run that was stopped has left.
     *
     * @return what was done
     * @throws IOException if the list of pairs or the file of results cannot be used
     */
    public static Map<String, Object> pairs(Path list, Path output, Wanted wanted, int threads, Progress progress)
            throws IOException, InterruptedException {
        List<PairList.Pair> pairs = PairList.read(list);
        Path folder = list.toAbsolutePath().getParent();
        Batch batch = new Batch(wanted.ofPairs(), folder);
        Map<String, Object> facts = new LinkedHashMap<>();
        try (ResultFile results = ResultFile.open(output, wanted.cards())) {
            List<MetricCard> sets = wanted.ofSets().stream()
                    .filter(card -> !results.has(SoundSets.ID, card.name()))
                    .toList();
            batch.run(pairs, results, threads, sets.isEmpty() ? progress : progress.part(0, 0.5));
            if (!sets.isEmpty()) {
                try (Translator translator = Translator.open(wanted.models())) {
                    batch.sets(pairs, results, sets, new SoundSets(translator), progress.part(0.5, 1));
                }
            }
            facts.put("pairs", pairs.size());
            facts.put("measured", batch.measured());
            facts.put("notMeasured", batch.refused());
            facts.put("alreadyThere", results.resumed());
            facts.put("output", output);
        }
        return facts;
    }
}
