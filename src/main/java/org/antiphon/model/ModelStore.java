package org.antiphon.model;

import ai.djl.ndarray.NDManager;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiFunction;
import org.antiphon.nn.Weights;

/** Loads models from {@code <folder>/<family>/<name>}, verifies their checksums, and owns their weights. */
public final class ModelStore implements AutoCloseable {

    private static final long UNUSED = 0; // initial values of weights that are loaded right after

    private final Path folder;
    private final NDManager manager;
    private final List<Weights> weights = new ArrayList<>();
    private final List<OpenModel> opened = new ArrayList<>();

    /**
     * One model that is in use.
     *
     * @param parameters how many trained numbers it has
     * @param card its model card, in Markdown
     * @param checksum SHA-256 of its weights, in hexadecimal
     */
    public record OpenModel(String family, String name, long parameters, Path card, String checksum) {}

    /** @param manager whose device the weights live on */
    public ModelStore(Path folder, NDManager manager) {
        this.folder = folder;
        this.manager = manager;
    }

    /** Whether the folder holds a model of a family. */
    public boolean has(String family) {
        return ModelCard.in(folder).stream().anyMatch(card -> card.family().equals(family));
    }

    /**
     * The first model of a family by name.
     *
     * @param network declares its parameters in the weights, which are then loaded
     * @throws java.io.UncheckedIOException naming the file that is missing, broken or does not fit its checksum
     * @throws IllegalArgumentException naming weights that do not fit their config
     */
    public <C, M> M open(String family, Class<C> config, BiFunction<Weights, C, M> network) {
        ModelFolder found = ModelFolder.of(folder, family);
        Weights fresh = new Weights(manager, UNUSED);
        weights.add(fresh);
        M model = network.apply(fresh, found.config(config));
        found.load(fresh);
        opened.add(new OpenModel(family, found.name(), fresh.count(), found.card(), found.checksum()));
        return model;
    }

    /** In the order of opening. */
    public List<OpenModel> opened() {
        return List.copyOf(opened);
    }

    /**
     * One checksum over the weights of all open models, in hexadecimal.
     *
     * @param more what else it depends on, if anything
     */
    public String checksum(String... more) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (OpenModel model : opened) {
                digest.update((model.family() + " " + model.checksum() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            for (String line : more) {
                digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        weights.forEach(Weights::close);
    }
}
