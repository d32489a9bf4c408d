package org.antiphon.cli.measurement;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antiphon.metric.MetricCard;

/**
 * A file of results that grows by whole rows. Opened again after a run was killed, it forgets a row that was not finished
 * and knows which ones are there.
 */
final class ResultFile implements AutoCloseable {

    static final List<String> COLUMNS = List.of("id", "metric", "value", "unit", "reason", "version", "remark");

    private final Path path;
    private final FileChannel out;
    private final Map<String, Set<String>> done = new HashMap<>();
    private int rows;

    private ResultFile(Path path, FileChannel out) {
        this.path = path;
        this.out = out;
    }

    /**
     * @param cards of the metrics that are to be measured: rows that are there must be of the same version
     * @throws IOException if the file is another's, in use, or holds rows of another version
     */
    static ResultFile open(Path path, List<MetricCard> cards) throws IOException {
        FileChannel out =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        ResultFile file = new ResultFile(path, out);
        try {
            file.lock();
            file.resume(cards);
            return file;
        } catch (IOException | RuntimeException e) {
            out.close();
            throw e;
        }
    }

    private void lock() throws IOException {
        try {
            if (out.tryLock() == null) {
                throw new IOException("another run is writing to " + path);
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException("another run is writing to " + path, e);
        }
    }

    private void resume(List<MetricCard> cards) throws IOException {
        String header = Csv.line(COLUMNS);
        Map<String, String> versions = new HashMap<>();
        cards.forEach(card -> versions.put(card.name(), String.valueOf(card.version())));
        out.position(0);
        // what was cut off may end within a character; and not closed: that would close the channel
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE);
        Csv csv = new Csv(new BufferedReader(Channels.newReader(out, decoder, -1)));
        Optional<Csv.Row> first = csv.next();
        if (first.isEmpty()
                || !first.get().complete()
                        && header.startsWith(String.join(",", first.get().fields()))) {
            truncate(0);
            append(header);
            return;
        }
        if (!first.get().fields().equals(COLUMNS)) {
            throw new IOException(path + " is there already and holds no results of this command; choose another name");
        }
        long length = bytes(first.get());
        Optional<Csv.Row> next = csv.next();
        while (next.isPresent() && next.get().complete()) {
            Csv.Row row = next.get();
            remember(row, versions);
            length += bytes(row);
            next = csv.next();
        }
        boolean torn = next.isPresent();
        if (torn ? length > out.size() : length != out.size()) {
            throw new IOException(path + " was changed by another program; choose another name");
        }
        truncate(length);
    }

    /** Rows are written in one way only, so what was read tells how long it is. */
    private static long bytes(Csv.Row row) {
        return Csv.line(row.fields()).getBytes(StandardCharsets.UTF_8).length;
    }

    private void remember(Csv.Row row, Map<String, String> versions) throws IOException {
        if (row.fields().size() != COLUMNS.size()) {
            throw new IOException("line " + row.line() + " of " + path + " has "
                    + row.fields().size() + " columns instead of " + COLUMNS.size() + "; choose another name");
        }
        String metric = row.fields().get(1);
        String version = row.fields().get(5);
        if (!versions.getOrDefault(metric, version).equals(version)) {
            throw new IOException(path + " holds " + metric + " of version " + version + ", which is "
                    + versions.get(metric) + " by now; choose another name");
        }
        done.computeIfAbsent(row.fields().get(0), id -> new HashSet<>()).add(metric);
        rows++;
    }

    private void truncate(long length) throws IOException {
        out.truncate(length);
        out.position(length);
    }

    /** How many rows were there when the file was opened. */
    int resumed() {
        return rows;
    }

    boolean has(String id, String metric) {
        return done.getOrDefault(id, Set.of()).contains(metric);
    }

    /** Writes whole rows at once. */
    void append(String lines) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
