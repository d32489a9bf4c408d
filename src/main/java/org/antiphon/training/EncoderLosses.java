package org.antiphon.training;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.antiphon.model.latent.LatentModel;
import org.antiphon.nn.Scalars;

/** How encoders of any kind are taught to describe windows, and how they are judged. */
final class EncoderLosses {

    private static final double CONTRAST_WEIGHT = 0.3;

    private EncoderLosses() {}

    /**
     * What the windows sound like, and what they look like, against the truth and against each other.
     *
     * @param seen by an eye, or null for the audio encoder alone
     * @param parts gets each loss by name
     */
    static NDArray described(
            LatentModel model, LatentBatch batch, LatentModel.Encoded seen, Map<String, NDArray> parts) {
        LatentModel.Encoded heard = model.hear(batch.mel());
        NDArray total = LatentLoss.of("audio", heard.raw(), batch.latent(), parts);
        if (seen == null) {
            return total;
        }
        NDArray contrast = LatentLoss.contrast(seen.latent(), heard.latent());
        parts.put("contrast", contrast);
        return total.add(LatentLoss.of("video", seen.raw(), batch.latent(), parts))
                .add(Scalars.times(contrast, CONTRAST_WEIGHT));
    }

    /** Share of voiced steps whose strongest semitone is a true one, and F1 of attacks per semitone and step ±1. */
    static void score(String prefix, NDArray latent, NDArray truth, Map<String, Double> sums) {
        LatentScore score = LatentScore.of(latent.toFloatArray(), truth.toFloatArray(), (int)
                latent.getShape().get(2));
        sums.merge(prefix + "-pitch-accuracy", score.pitchAccuracy(), Double::sum);
        sums.merge(prefix + "-attack-f1", score.attackF1(), Double::sum);
        sums.merge(prefix + "-onset-f1", score.onsetF1(), Double::sum);
    }

    /** Share of what an encoder says that is right: the mean of its accuracy in pitch and its F1 in onsets. */
    static double rightness(String encoder, Map<String, Double> scores) {
        return (scores.get(encoder + "-pitch-accuracy") + scores.get(encoder + "-onset-f1")) / 2;
    }

    /** Adds each window's pooled features to {@code rows} and the scores of all to {@code scores}. */
    static void judge(
            String encoder,
            LatentModel.Encoded made,
            LatentBatch batch,
            List<float[]> rows,
            Map<String, Double> scores) {
        score(encoder, made.latent(), batch.latent(), scores);
        NDArray pooled = made.pooled();
        int dim = (int) pooled.getShape().get(1);
        float[] values = pooled.toFloatArray();
        for (int i = 0; i < pooled.getShape().get(0); i++) {
            rows.add(Arrays.copyOfRange(values, i * dim, (i + 1) * dim));
        }
    }
}
