package org.antiphon.feature;

import java.util.List;
import java.util.Optional;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Mel;
import org.antiphon.clip.Timeline;

/**
 * What the models see and hear of a clip.
 *
 * @param frames pictures of 96 × 96 at 25 a second
 * @param flow one field of 48 × 48 per picture, from it back to the one before; the first is zero
 * @param mel natural-log mel, four frames per picture, where the clip has sound
 */
public record Features(Frames frames, List<FlowField> flow, Optional<Mel> mel) {

    /** @throws IllegalArgumentException if the parts differ in length */
    public Features {
        flow = List.copyOf(flow);
        if (flow.size() != frames.count()) {
            throw new IllegalArgumentException(
                    frames.count() + " pictures need as many flow fields, got " + flow.size());
        }
        int wanted = new Timeline(frames.count()).melFrames();
        mel.ifPresent(m -> {
            if (m.frames() != wanted) {
                throw new IllegalArgumentException("mel must have " + wanted + " frames, has " + m.frames());
            }
        });
    }

    public Timeline timeline() {
        return new Timeline(frames.count());
    }

    /**
     * Motion energy of every latent step: mean flow magnitude in picture widths a second. Both steps of a picture hear
     * the motion that led to it.
     */
    public float[] motion() {
        float[] motion = new float[timeline().latentSteps()];
        for (int t = 0; t < motion.length; t++) {
            motion[t] = motionOf(flow.get(t / Timeline.LATENT_STEPS_PER_FRAME));
        }
        return motion;
    }

    private static float motionOf(FlowField field) {
        double sum = 0;
        for (int i = 0; i < field.dx().length; i++) {
            sum += Math.hypot(field.dx()[i], field.dy()[i]);
        }
        return (float) (sum / field.dx().length / field.width() * 25);
    }
}
