package org.antiphon.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A running decoder process, seen from outside: good for one order. */
final class DecoderProcess implements AutoCloseable {

    /** What the process inherits; no password or address in the environment is its business. */
    private static final Set<String> ENVIRONMENT = Set.of(
            "PATH", "HOME", "USERPROFILE", "TMP", "TEMP", "TMPDIR", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "SystemRoot");

    /** From this Java on, native libraries need permission: first with a warning, some day with a refusal (JEP 472). */
    private static final int FIRST_TO_ASK = 24;

    private static final String CACHE = "org.bytedeco.javacpp.cachedir";

    /** @param memory how many bytes of memory the process may have in all */
    record Program(String mainClass, String classPath, long memory) {}

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;

    private DecoderProcess(Process process) {
        this.process = process;
        in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    /** @throws UncheckedIOException if no process can be started: a fault of the machine, not of any file */
    static DecoderProcess start(Program program) {
        List<String> command = new ArrayList<>(List.of(
                java().toString(),
                "-Xmx512m",
                "-Xss512k",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:+SuppressFatalErrorMessage",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0"));
        if (Runtime.version().feature() >= FIRST_TO_ASK) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        String cache = System.getProperty(CACHE);
        if (cache != null) {
            command.add("-D" + CACHE + "=" + cache);
        }
        command.add("-D" + DecoderWatch.MEMORY + "=" + program.memory());
        command.addAll(List.of("-cp", program.classPath(), program.mainClass()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        try {
            return new DecoderProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a decoder process with " + command.get(0), e);
        }
    }

    private static Path java() {
        Path folder = Path.of(System.getProperty("java.home"), "bin");
        Path windows = folder.resolve("java.exe");
        return Files.exists(windows) ? windows : folder.resolve("java");
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Whether the process came up; waits for it. */
    boolean ready() {
        try {
            return in.read() == Wire.READY;
        } catch (IOException e) {
            return false;
        }
    }

    DataInputStream in() {
        return in;
    }

    DataOutputStream out() {
        return out;
    }

    /** The exit status; ends the process if it has not ended by itself within a second. */
    int exitStatus() {
        try {
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return -1;
        }
    }

    /** Kills the process at once, whatever it does. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
