package org.antiphon.generation;

import java.util.List;
import org.antiphon.clip.FlowField;
import org.antiphon.metric.EndpointError;
import org.antiphon.metric.Measured;
import org.antiphon.metric.Measurement;
import org.antiphon.metric.MetricCard;
import org.antiphon.metric.MotionMask;
import org.antiphon.metric.NotMeasured;
import org.antiphon.metric.Psnr;
import org.antiphon.metric.Ssim;

/** Measures translated pictures and their motion against the true ones, over the time that both last. */
final class PictureNumbers {

    private final Seen truth;
    private final Seen made;

    PictureNumbers(Seen truth, Seen made) {
        int count = Math.min(truth.pictures().size(), made.pictures().size());
        this.truth = truth.first(count);
        this.made = made.first(count);
    }

    Measurement measure(MetricCard card) {
        if (truth.pictures().isEmpty()) {
            return new NotMeasured("there are no pictures to compare");
        }
        if (card.equals(EndpointError.CARD)) {
            return flow(EndpointError::of);
        } else if (card.equals(EndpointError.OUTLIERS)) {
            return flow(EndpointError::outliers);
        } else if (card.equals(Psnr.WHOLE)) {
            return Psnr.whole(truth.pictures(), made.pictures());
        } else if (card.equals(Ssim.WHOLE)) {
            return Ssim.of(truth.pictures(), made.pictures());
        }
        MotionMask mask = MotionMask.of(truth.pictures());
        return card.equals(Psnr.IN_MOTION)
                ? Psnr.inside(mask, truth.pictures(), made.pictures())
                : Ssim.inside(mask, truth.pictures(), made.pictures());
    }

    /** Compares two flow fields. */
    private interface FlowMeasure {
        Measurement of(FlowField truth, FlowField made);
    }

    /** The mean over all pictures but the first, which has none before it. */
    private Measurement flow(FlowMeasure measure) {
        List<FlowField> trueFlow = truth.motion();
        List<FlowField> madeFlow = made.motion();
        double sum = 0;
        int count = Math.min(trueFlow.size(), madeFlow.size());
        Measured last = null;
        for (int i = 1; i < count; i++) {
            Measurement one = measure.of(trueFlow.get(i), madeFlow.get(i));
            if (!(one instanceof Measured measured)) {
                return one;
            }
            sum += measured.value();
            last = measured;
        }
        return last == null
                ? new NotMeasured("the motion of a single picture cannot be told")
                : new Measured(sum / (count - 1), last.unit());
    }
}
