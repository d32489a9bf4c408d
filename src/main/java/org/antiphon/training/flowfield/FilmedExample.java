package org.antiphon.training.flowfield;

import java.lang.ref.SoftReference;
import java.util.List;
import org.antiphon.clip.FlowField;
import org.antiphon.training.Example;

/** A prepared recording as a source of motion. Its true flow is read when asked for and kept while memory lasts. */
final class FilmedExample implements MotionSource {

    private final Example example;
    private SoftReference<List<FlowField>> flow = new SoftReference<>(null);

    private FilmedExample(Example example) {
        this.example = example;
    }

    static MotionSource of(Example example) {
        return new FilmedExample(example);
    }

    @Override
    public int frames() {
        return example.timeline().videoFrames();
    }

    @Override
    public float[] latent(int fromStep, int count) {
        return example.latent(fromStep, count);
    }

    @Override
    public float[] points(int fromFrame, int count) {
        return example.points(fromFrame, count);
    }

    @Override
    public float[] picture(int frame) {
        float[] picture = new float[3 * Example.PICTURE * Example.PICTURE];
        example.frames(frame, 1, picture, 0);
        return picture;
    }

    @Override
    public float[] instrument() {
        return example.instrument();
    }

    @Override
    public int flowStep() {
        return example.trueFlowStep();
    }

    @Override
    public List<FlowField> flow() {
        List<FlowField> fields = flow.get();
        if (fields == null) {
            fields = example.trueFlow();
            flow = new SoftReference<>(fields);
        }
        return fields;
    }
}
