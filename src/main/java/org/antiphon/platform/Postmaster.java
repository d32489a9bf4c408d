package org.antiphon.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A living PostgreSQL server, as the file {@code postmaster.pid} in its data names it.
 *
 * @param port where it listens; 0 while it has not said so
 * @param ready whether it takes connections
 */
record Postmaster(ProcessHandle process, int port, boolean ready) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** The server on this data folder, if one lives and is no stranger with a number that was used before. */
    static Optional<Postmaster> of(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.UTF_8);
        } catch (NoSuchFileException notRunning) {
            return Optional.empty();
        }
        return number(lines, 0)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(c -> c.contains("postgres"))
                        .orElse(false))
                .map(process -> {
                    int port = number(lines, PORT_LINE).orElse(0L).intValue();
                    boolean ready = lines.size() > STATUS_LINE
                            && lines.get(STATUS_LINE).strip().equals("ready");
                    return new Postmaster(process, port, port > 0 && ready);
                });
    }

    private static Optional<Long> number(List<String> lines, int line) {
        return Optional.of(line)
                .filter(i -> i < lines.size())
                .map(i -> lines.get(i).strip())
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::valueOf);
    }
}
