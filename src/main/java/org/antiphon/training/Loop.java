package org.antiphon.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.antiphon.clip.Progress;
import org.antiphon.model.ModelFolder;
import org.antiphon.nn.Ema;
import org.antiphon.nn.TensorScope;

/**
 * The one training loop of every family: batches → losses → AdamW → averaged weights, with checkpoints that hold
 * everything, a loss table and its picture. What it leaves in the run folder is a model folder: {@code config.json},
 * {@code weights.safetensors} (averaged, half precision) and their checksums, next to {@code losses.csv}, {@code losses.svg}. A
 * recipe that may stop early leaves the weights of its best validation.
 */
public final class Loop {

    private static final int LOG_EVERY = 20;

    private final Recipe recipe;
    private final Replicas replicas;
    private final Objective objective;
    private final Path folder;
    private final Progress progress;
    private final LongSupplier millis;

    /** @param millis a monotonic clock in milliseconds, for the recipe's time limit */
    public Loop(Recipe recipe, Objective objective, Path folder, Progress progress, LongSupplier millis) {
        this(recipe, List.of(objective), folder, progress, millis);
    }

    /** @param objectives the same one on each device that takes part */
    Loop(Recipe recipe, List<Objective> objectives, Path folder, Progress progress, LongSupplier millis) {
        this.recipe = recipe;
        replicas = new Replicas(objectives);
        objective = replicas.first();
        this.folder = folder;
        this.progress = progress;
        this.millis = millis;
    }

    /** What a finished run says of itself. */
    public record Outcome(long steps, double minutes, Map<String, Double> validation) {}

    /**
     * Runs to the recipe's end.
     *
     * @param resume go on from the run folder's checkpoint, if there is one
     */
    public Outcome run(boolean resume) throws IOException {
        Files.createDirectories(folder);
        replicas.requireGradients();
        Checkpoint checkpoint = new Checkpoint(folder.resolve("checkpoint"));
        Files.createDirectories(folder.resolve("checkpoint"));
        boolean resumed = resume && checkpoint.exists();
        LossLog log = new LossLog(folder, resumed);
        try (Ema ema = new Ema(objective.weights(), recipe.emaDecay());
                AdamW optimizer = new AdamW(objective.weights(), recipe.weightDecay(), recipe.clip())) {
            Checkpoint.State start = resumed
                    ? checkpoint.read(objective.weights(), ema, optimizer)
                    : new Checkpoint.State(0, 0, recipe.seed(), 0, 0, EarlyStop.Standing.BEGIN);
            replicas.follow();
            if (resumed) {
                log.rewind(start.step());
            }
            return train(start, checkpoint, log, ema, optimizer);
        }
    }

    private Outcome train(Checkpoint.State start, Checkpoint checkpoint, LossLog log, Ema ema, AdamW optimizer)
            throws IOException {
        BatchRandom random = new BatchRandom(start.random());
        long began = millis.getAsLong() - start.millis();
        Map<String, Double> sums = new LinkedHashMap<>();
        Map<String, Double> validation = Map.of();
        EarlyStop.Standing standing = start.standing();
        int slot = start.slot();
        long step = start.step();
        int summed = 0;
        boolean last = false;
        while (!last) {
            double share = share(step, millis.getAsLong() - began);
            step(step, share, random, ema, optimizer, sums);
            step++;
            last = step >= recipe.steps() || share >= 1;
            summed++;
            boolean checkpoints = step % recipe.checkpointEvery() == 0 || last;
            if (step % LOG_EVERY == 0 || checkpoints) {
                int count = summed;
                sums.replaceAll((name, sum) -> sum / count);
                summed = 0;
                log.add(step, sums);
                progress.at(describe(step, sums), share);
                sums.clear();
            }
            if (step % recipe.validateEvery() == 0 || last) {
                validation = validate(ema);
                log.add(step, validation);
                progress.at("step " + step + " held out " + validation, share);
                if (recipe.stop() != null) {
                    standing = recipe.stop().after(standing, validation);
                    last |= recipe.stop().ends(standing);
                    keep(standing, ema);
                }
            }
            if (checkpoints || last) {
                slot = 1 - slot;
                checkpoint.write(
                        new Checkpoint.State(
                                step, optimizer.updates(), random.state(), millis.getAsLong() - began, slot, standing),
                        objective.weights(),
                        ema,
                        optimizer);
                publish(ema);
                log.draw();
            }
        }
        if (standing.value() != null) {
            Files.copy(best(), folder.resolve(ModelFolder.WEIGHTS), StandardCopyOption.REPLACE_EXISTING);
            sign();
        }
        return new Outcome(step, (millis.getAsLong() - began) / 60_000.0, validation);
    }

    /** How much of the run is done: by steps, or by time where the recipe limits it and time runs out first. */
    private double share(long step, long elapsed) {
        double bySteps = (double) step / recipe.steps();
        return recipe.minutes() == 0 ? bySteps : Math.max(bySteps, elapsed / (recipe.minutes() * 60_000.0));
    }

    private void step(long step, double share, BatchRandom random, Ema ema, AdamW optimizer, Map<String, Double> sums) {
        try (TensorScope scope = new TensorScope(objective.weights().manager())) {
            Map<String, Double> losses = replicas.step(scope.manager(), step, random);
            double rate = recipe.learningRateAt(Math.max(step, share * recipe.steps()));
            double norm = optimizer.update(step < recipe.warmup() ? recipe.learningRateAt(step) : rate);
            ema.update(step);
            replicas.follow();
            losses.forEach((name, value) -> sums.merge(name, value, Double::sum));
            sums.merge("gradient-norm", norm, Double::sum);
        }
    }

    private Map<String, Double> validate(Ema ema) {
        ema.swap();
        try (TensorScope scope = new TensorScope(objective.weights().manager())) {
            return objective.validate(scope.manager());
        } finally {
            ema.swap();
        }
    }

    private Path best() {
        return folder.resolve("best.safetensors");
    }

    /** Writes the averaged weights aside if no validation was better. */
    private void keep(EarlyStop.Standing standing, Ema ema) throws IOException {
        if (standing.isBest()) {
            ema.swap();
            try {
                objective.weights().save(best(), true);
            } finally {
                ema.swap();
            }
        }
    }

    private void publish(Ema ema) throws IOException {
        ema.swap();
        try {
            objective.save(folder);
            objective.weights().save(folder.resolve(ModelFolder.WEIGHTS), true);
            sign();
        } finally {
            ema.swap();
        }
    }

    private void sign() throws IOException {
        StringBuilder sums = new StringBuilder();
        for (String file : List.of(ModelFolder.CONFIG, ModelFolder.WEIGHTS)) {
            sums.append(ModelFolder.sha256(folder.resolve(file)))
                    .append("  ")
                    .append(file)
                    .append('\n');
        }
        Files.writeString(folder.resolve(ModelFolder.SUMS), sums);
    }

    private static String describe(long step, Map<String, Double> values) {
        StringBuilder text = new StringBuilder("step " + step);
        values.forEach((name, value) ->
                text.append(' ').append(name).append(String.format(java.util.Locale.ROOT, " %.4g", value)));
        return text.toString();
    }
}
