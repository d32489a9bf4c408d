package org.antiphon.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.antiphon.nn.Ema;
import org.antiphon.nn.Safetensors;
import org.antiphon.nn.Safetensors.Tensor;
import org.antiphon.nn.Weights;

/**
 * Everything a run needs to go on as if it had not stopped: weights, their average, optimizer moments and the state of
 * the batch generator. Two folders alternate and a small file says which is whole, so a kill while writing costs
 * nothing but the steps since the last one.
 */
final class Checkpoint {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Where a run stands.
     *
     * @param step next step to do
     * @param updates optimizer updates so far
     * @param random state of the batch generator
     * @param millis wall-clock time spent so far
     * @param slot folder that holds the arrays
     * @param standing how far an early stop has waited
     */
    record State(long step, long updates, long random, long millis, int slot, EarlyStop.Standing standing) {

        State {
            standing = standing == null ? EarlyStop.Standing.BEGIN : standing; // older checkpoints have none
        }
    }

    private final Path folder;

    Checkpoint(Path folder) {
        this.folder = folder;
    }

    void write(State state, Weights weights, Ema ema, AdamW optimizer) throws IOException {
        Path slot = Files.createDirectories(folder.resolve("slot-" + state.slot()));
        weights.save(slot.resolve("weights.safetensors"), false);
        Safetensors.write(slot.resolve("average.safetensors"), ema.snapshot(), false);
        Safetensors.write(slot.resolve("optimizer.safetensors"), optimizer.snapshot(), false);
        Path part = folder.resolve("state.json.part");
        Files.write(part, JSON.writeValueAsBytes(state));
        Files.move(
                part,
                folder.resolve("state.json"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }

    boolean exists() {
        return Files.exists(folder.resolve("state.json"));
    }

    State read(Weights weights, Ema ema, AdamW optimizer) throws IOException {
        State state = JSON.readValue(folder.resolve("state.json").toFile(), State.class);
        Path slot = folder.resolve("slot-" + state.slot());
        weights.load(slot.resolve("weights.safetensors"));
        ema.restore(Safetensors.read(slot.resolve("average.safetensors")));
        Map<String, Tensor> moments = new LinkedHashMap<>(Safetensors.read(slot.resolve("optimizer.safetensors")));
        optimizer.restore(moments, state.updates());
        return state;
    }
}
