package org.antiphon.model.vivit.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.antiphon.model.ModelFolder;
import org.antiphon.nn.Safetensors.Tensor;
import org.antiphon.nn.SafetensorsFile;

/**
 * A published ViViT in a folder: {@code config.json}, {@code model.safetensors} (or several files and
 * {@code model.safetensors.index.json}), and {@code preprocessor_config.json}. Keys may begin with {@code vivit.} or not;
 * a classifier and a pooler may be there or not.
 */
public final class VivitCheckpoint implements AutoCloseable {

    private static final String PREFIX = "vivit.";
    private static final String SINGLE = "model.safetensors";
    private static final String INDEX = "model.safetensors.index.json";
    private static final String PICKLE = "pytorch_model.bin";

    private final Path folder;
    private final VivitSizes sizes;
    private final List<SafetensorsFile> files = new ArrayList<>();
    private final Map<String, SafetensorsFile> where = new LinkedHashMap<>();
    private final String prefix;

    private VivitCheckpoint(Path folder) throws IOException {
        this.folder = folder;
        Path config = folder.resolve("config.json");
        if (!Files.exists(config)) {
            throw new IOException(
                    folder + " holds no config.json: a ViViT checkpoint is a folder with config.json and " + SINGLE);
        }
        sizes = VivitSizes.read(config);
        try {
            for (Path file : weightFiles(folder)) {
                SafetensorsFile open = SafetensorsFile.open(file);
                files.add(open);
                open.shapes().keySet().forEach(key -> where.put(key, open));
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
        prefix = where.keySet().stream().anyMatch(key -> key.startsWith(PREFIX)) ? PREFIX : "";
    }

    /**
     * Opens a checkpoint; its weights are read when the network is built.
     *
     * @throws IOException naming the file that is missing or cannot be used
     */
    public static VivitCheckpoint open(Path folder) throws IOException {
        return new VivitCheckpoint(folder);
    }

    private static List<Path> weightFiles(Path folder) throws IOException {
        Path single = folder.resolve(SINGLE);
        Path index = folder.resolve(INDEX);
        if (Files.exists(single)) {
            return List.of(single);
        }
        if (Files.exists(index)) {
            JsonNode map = new ObjectMapper().readTree(index.toFile()).path("weight_map");
            TreeSet<String> names = new TreeSet<>();
            map.forEach(name -> names.add(name.asText()));
            if (names.isEmpty() || names.stream().anyMatch(name -> name.contains("/") || name.contains("\\"))) {
                throw new IOException(index + " must name the files beside it under weight_map, names " + names);
            }
            return names.stream().map(folder::resolve).toList();
        }
        if (Files.exists(folder.resolve(PICKLE))) {
            throw new IOException(folder.resolve(PICKLE) + " is a Python pickle, which can run any program and is not"
                    + " read. Convert it once with transformers: VivitForVideoClassification.from_pretrained(DIR)"
                    + ".save_pretrained(NEW_DIR), and copy " + PixelRule.FILE + " to NEW_DIR");
        }
        throw new IOException(folder + " holds neither " + SINGLE + " nor " + INDEX);
    }

    public VivitSizes sizes() {
        return sizes;
    }

    /** The rule in the checkpoint's {@code preprocessor_config.json}; see {@link PixelRule#read}. */
    public PixelRule pixelRule() throws IOException {
        return PixelRule.read(folder.resolve(PixelRule.FILE));
    }

    /** SHA-256 of the weights, in hexadecimal; of several files, of their checksums one after another. */
    public String checksum() throws IOException {
        List<String> sums = new ArrayList<>();
        for (SafetensorsFile file : files) {
            sums.add(ModelFolder.sha256(file.path()));
        }
        if (sums.size() == 1) {
            return sums.get(0);
        }
        try {
            byte[] all = String.join("\n", sums).getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The checkpoint's weights do not fit its config. */
    public static final class Misfit extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Misfit(String message) {
            super(message);
        }
    }

    ParameterSource parameters() {
        return new ParameterSource() {
            @Override
            public float[] read(String key, long... shape) {
                return VivitCheckpoint.this.read(key, shape);
            }

            @Override
            public boolean has(String key) {
                return where.containsKey(full(key));
            }
        };
    }

    /** The classifier stands beside the network, not in it. */
    private String full(String key) {
        return key.startsWith("classifier.") ? key : prefix + key;
    }

    private float[] read(String key, long[] shape) {
        String full = full(key);
        SafetensorsFile file = where.get(full);
        if (file == null) {
            throw new Misfit(
                    folder + ": " + full + " is missing, expected " + Arrays.toString(shape) + " by config.json");
        }
        try {
            Tensor tensor = file.read(full);
            if (!Arrays.equals(tensor.shape(), shape)) {
                throw new Misfit(file.path() + ": " + full + " is " + Arrays.toString(tensor.shape()) + ", expected "
                        + Arrays.toString(shape) + " by config.json");
            }
            return tensor.values();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        files.forEach(file -> {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
