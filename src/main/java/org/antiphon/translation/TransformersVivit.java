package org.antiphon.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The ViViT of transformers in a Python process, which waits without computing until it is asked for a pass. */
final class TransformersVivit implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCRIPT = "transformers_vivit.py";

    private final Path complaints;
    private final Process process;
    private final BufferedReader in;
    private final BufferedWriter out;
    private final JsonNode versions;

    /**
     * @param python a Python that has torch, transformers and safetensors
     * @param folder for the program and what it says on standard error
     * @param attention sdpa (what transformers takes by itself) or eager
     * @throws IOException with what Python said if it does not start
     */
    TransformersVivit(Path python, Path folder, Path checkpoint, Path pixels, String attention) throws IOException {
        Path script = folder.resolve(SCRIPT);
        try (InputStream source = TransformersVivit.class.getResourceAsStream(SCRIPT)) {
            Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
        }
        complaints = folder.resolve("python-" + attention + ".log");
        process = new ProcessBuilder(
                        python.toString(), script.toString(), checkpoint.toString(), pixels.toString(), attention)
                .redirectError(complaints.toFile())
                .start();
        in = process.inputReader(StandardCharsets.UTF_8);
        out = process.outputWriter(StandardCharsets.UTF_8);
        try {
            versions = answer();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    String versions() {
        return "transformers " + versions.path("transformers").asText() + ", torch "
                + versions.path("torch").asText() + ", "
                + versions.path("threads").asInt() + " threads";
    }

    /** One pass over the pixels. */
    VivitBenchmark.Pass pass() throws IOException {
        out.write("go\n");
        out.flush();
        JsonNode answer = answer();
        float[] logits = new float[answer.path("logits").size()];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) answer.path("logits").path(i).asDouble();
        }
        return new VivitBenchmark.Pass(
                answer.path("seconds").asDouble(), answer.path("cpuSeconds").asDouble(), logits);
    }

    private JsonNode answer() throws IOException {
        String line = in.readLine();
        if (line == null) {
            String said = Files.readString(complaints).strip();
            throw new IOException("Python ended: " + said.substring(said.lastIndexOf('\n') + 1));
        }
        return JSON.readTree(line);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
