package org.antiphon.nn;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * A TorchScript module of our own, where PyTorch can do what DJL's arrays cannot: fused attention, bfloat16. It holds no
 * weights; gradients pass through it. The source of all of them is {@code scripts.py} beside the modules.
 */
final class Script implements AutoCloseable {

    private final Model model;
    private final ParameterStore nothing;

    private Script(Model model, NDManager manager) {
        this.model = model;
        this.nothing = new ParameterStore(manager, false);
    }

    /** @param manager whose device the module computes on */
    static Script open(String name, NDManager manager) {
        Model model = Model.newInstance(name, manager.getDevice(), "PyTorch");
        try (InputStream in = Script.class.getResourceAsStream(name + ".pt")) {
            model.load(in);
            return new Script(model, manager);
        } catch (IOException | MalformedModelException e) {
            model.close();
            throw new UncheckedIOException(new IOException("cannot load the module " + name, e));
        }
    }

    /** @param inputs without names: DJL takes an array with a dot in its name for a part of a map */
    NDArray apply(NDArray... inputs) {
        boolean training = Arrays.stream(inputs).anyMatch(NDArray::hasGradient); // else no graph is recorded
        return model.getBlock().forward(nothing, new NDList(inputs), training).singletonOrThrow();
    }

    @Override
    public void close() {
        model.close();
    }
}
