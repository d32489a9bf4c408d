package org.antiphon.training;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antiphon.model.latent.LatentModel;
import org.antiphon.nn.TensorScope;

/**
 * How latent models are judged, whatever they see with: on windows that are the same at every call, a few at a time, whose
 * arrays are freed before the next.
 */
final class FixedWindows {

    private static final int CALIBRATION = 64;
    private static final int VALIDATION = 24;
    private static final int CHUNK = 8;

    private final Shards shards;
    private final Draw draw;

    /** Draws so many windows, unvaried, from the beginning of a row of random numbers. */
    @FunctionalInterface
    interface Draw {
        List<LatentBatch.Window> of(List<Example> examples, int count);
    }

    /** Adds scores of a chunk by name to their sums. */
    @FunctionalInterface
    interface Scoring {
        void add(NDManager scope, List<LatentBatch.Window> chunk, Map<String, Double> sums);
    }

    /** What both encoders make of a chunk; {@code seen} is null where there is no eye. */
    record Made(LatentBatch batch, LatentModel.Encoded heard, LatentModel.Encoded seen) {}

    /** Looks at a chunk and listens to it. */
    @FunctionalInterface
    interface Making {
        Made of(NDManager scope, List<LatentBatch.Window> chunk);
    }

    FixedWindows(Shards shards, Draw draw) {
        this.shards = shards;
        this.draw = draw;
    }

    private List<Example> heldOut() {
        return shards.validation().isEmpty() ? shards.train() : shards.validation();
    }

    /** Mean scores over held-out windows. */
    Map<String, Double> mean(NDManager scope, Scoring scoring) {
        return mean(scope, whole(draw.of(heldOut(), VALIDATION)), scoring);
    }

    /** A mean over chunks is one over windows only if chunks are equally long. */
    private static List<LatentBatch.Window> whole(List<LatentBatch.Window> windows) {
        return windows.subList(0, windows.size() / CHUNK * CHUNK);
    }

    private static Map<String, Double> mean(NDManager scope, List<LatentBatch.Window> windows, Scoring scoring) {
        Map<String, Double> sums = new LinkedHashMap<>();
        int chunks = 0;
        for (int from = 0; from < windows.size(); from += CHUNK, chunks++) {
            try (TensorScope part = new TensorScope(scope)) {
                scoring.add(part.manager(), windows.subList(from, Math.min(windows.size(), from + CHUNK)), sums);
            }
        }
        int count = Math.max(1, chunks);
        sums.replaceAll((name, sum) -> sum / count);
        return sums;
    }

    /** Fits the domain models to what the encoders make of training and of held-out windows. */
    void calibrate(LatentModel model, Making making) {
        Judged training = judged(model, draw.of(shards.train(), CALIBRATION), making);
        Judged heldOut = judged(model, draw.of(heldOut(), CALIBRATION), making);
        model.audioDomain().fit(training.heard(), heldOut.heard(), EncoderLosses.rightness("audio", heldOut.scores()));
        if (heldOut.seen().length > 0) {
            model.videoDomain()
                    .fit(training.seen(), heldOut.seen(), EncoderLosses.rightness("video", heldOut.scores()));
        }
    }

    /** Pooled features of windows by both encoders, one row each, and mean scores. */
    private record Judged(float[][] heard, float[][] seen, Map<String, Double> scores) {}

    private static Judged judged(LatentModel model, List<LatentBatch.Window> windows, Making making) {
        List<float[]> heard = new ArrayList<>();
        List<float[]> seen = new ArrayList<>();
        Map<String, Double> scores = mean(model.weights().manager(), windows, (scope, chunk, sums) -> {
            Made made = making.of(scope, chunk);
            EncoderLosses.judge("audio", made.heard(), made.batch(), heard, sums);
            if (made.seen() != null) {
                EncoderLosses.judge("video", made.seen(), made.batch(), seen, sums);
            }
        });
        return new Judged(heard.toArray(float[][]::new), seen.toArray(float[][]::new), scores);
    }
}
