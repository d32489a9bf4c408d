package org.antiphon.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.antiphon.nn.Safetensors.Tensor;

/**
 * The parameters of one model by dotted name, in order of declaration, float32 on one device. Initial values depend
 * on the seed and the name alone, so a model is the same wherever it is built.
 */
public final class Weights implements AutoCloseable {

    private final NDManager manager;
    private final long seed;
    private final Map<String, NDArray> arrays = new LinkedHashMap<>();
    private final Map<String, NDArray> trained = new LinkedHashMap<>();
    private final Map<String, Script> scripts = new LinkedHashMap<>();

    /** @param parent whose device the weights live on */
    public Weights(NDManager parent, long seed) {
        this.manager = parent.newSubManager();
        this.seed = seed;
    }

    public Scope root() {
        return new Scope("");
    }

    /** Where a layer declares its parameters: a prefix of names. */
    public final class Scope {

        private final String prefix;

        private Scope(String prefix) {
            this.prefix = prefix;
        }

        public Scope child(String name) {
            return new Scope(prefix + name + ".");
        }

        /** A trained parameter drawn from a normal distribution of mean 0. */
        public NDArray normal(String name, double deviation, long... shape) {
            SplittableRandom random = new SplittableRandom(seed ^ (prefix + name).hashCode() * 0x9E3779B97F4A7C15L);
            float[] values = new float[Math.toIntExact(new Shape(shape).size())];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (random.nextGaussian() * deviation);
            }
            return declare(name, values, shape, true);
        }

        public NDArray zeros(String name, long... shape) {
            return filled(name, 0, shape);
        }

        public NDArray ones(String name, long... shape) {
            return filled(name, 1, shape);
        }

        /** A trained parameter of one value. */
        public NDArray filled(String name, double value, long... shape) {
            float[] values = new float[Math.toIntExact(new Shape(shape).size())];
            Arrays.fill(values, (float) value);
            return declare(name, values, shape, true);
        }

        /** A trained parameter that begins with given values. */
        public NDArray given(String name, float[] values, long... shape) {
            NDArray array = declare(name, values, shape, true);
            array.setName(null); // a Script takes no names
            return array;
        }

        /** Numbers that a layer computes with and that are no part of the model's file. */
        NDArray constant(float... values) {
            return manager.create(values);
        }

        /** One of our own TorchScript modules, shared by all layers of the model; see {@link Script}. */
        Script script(String name) {
            return scripts.computeIfAbsent(name, key -> Script.open(key, manager));
        }

        /** Values that belong to the model and are saved with it, but are not trained. */
        public NDArray buffer(String name, float[] values, long... shape) {
            return declare(name, values, shape, false);
        }

        private NDArray declare(String name, float[] values, long[] shape, boolean train) {
            String key = prefix + name;
            NDArray array = manager.create(values, new Shape(shape));
            array.setName(key);
            if (arrays.put(key, array) != null) {
                throw new IllegalArgumentException("weight " + key + " is declared twice");
            }
            if (train) {
                trained.put(key, array);
            }
            return array;
        }
    }

    public NDManager manager() {
        return manager;
    }

    /** Every array, trained or not, by name. */
    public Map<String, NDArray> all() {
        return Collections.unmodifiableMap(arrays);
    }

    /** The trained parameters by name. */
    public Map<String, NDArray> trained() {
        return Collections.unmodifiableMap(trained);
    }

    /** How many trained numbers there are. */
    public long count() {
        return trained.values().stream().mapToLong(NDArray::size).sum();
    }

    public void requireGradients() {
        trained.values().forEach(array -> array.setRequiresGradient(true));
    }

    /** A copy of every array in memory. */
    public Map<String, Tensor> snapshot() {
        Map<String, Tensor> copy = new LinkedHashMap<>();
        arrays.forEach((name, array) ->
                copy.put(name, new Tensor(array.toFloatArray(), array.getShape().getShape())));
        return copy;
    }

    /**
     * Overwrites every array.
     *
     * @param source where the values come from, for messages
     * @throws IllegalArgumentException naming each weight that is missing, unknown or of another shape
     */
    public void restore(String source, Map<String, Tensor> values) {
        Set<String> wrong = unfit(values);
        missing(values).forEach(name -> wrong.add(name + " is missing"));
        overwrite(source, values, wrong);
    }

    /**
     * Overwrites what is given, so that a network can be trained on that has grown since.
     *
     * @return names of the weights that are not given and stay as they are
     * @throws IllegalArgumentException naming each weight that is unknown or of another shape
     */
    public Set<String> begin(Path safetensors) throws IOException {
        Map<String, Tensor> values = Safetensors.read(safetensors);
        overwrite(safetensors.toString(), values, unfit(values));
        return missing(values);
    }

    private Set<String> missing(Map<String, Tensor> values) {
        Set<String> missing = new TreeSet<>(arrays.keySet());
        missing.removeAll(values.keySet());
        return missing;
    }

    private Set<String> unfit(Map<String, Tensor> values) {
        Set<String> wrong = new TreeSet<>();
        values.forEach((name, tensor) -> {
            NDArray array = arrays.get(name);
            if (array == null) {
                wrong.add(name + " is unknown");
            } else if (!Arrays.equals(tensor.shape(), array.getShape().getShape())) {
                wrong.add(name + " is " + Arrays.toString(tensor.shape()) + ", must be " + array.getShape());
            }
        });
        return wrong;
    }

    private void overwrite(String source, Map<String, Tensor> values, Set<String> wrong) {
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(source + " does not fit the model: " + String.join("; ", wrong));
        }
        values.forEach((name, tensor) -> arrays.get(name).set(java.nio.FloatBuffer.wrap(tensor.values())));
    }

    /** @throws IOException if the file cannot be read; see {@link #restore} for one that does not fit */
    public void load(Path safetensors) throws IOException {
        restore(safetensors.toString(), Safetensors.read(safetensors));
    }

    public void save(Path safetensors, boolean half) throws IOException {
        Safetensors.write(safetensors, snapshot(), half);
    }

    @Override
    public void close() {
        scripts.values().forEach(Script::close);
        manager.close();
    }
}
