package org.antiphon.training.shard;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a shard item by item and holds no more than one block of each section. The shard appears under its name when
 * it is whole: until then it is a {@code .part} beside it.
 *
 * <pre>
 * "ANSH" version | compressed blocks, as they fill up | directory | length and CRC-32 of the directory | "ANSH"
 * directory: frames, sections; per section: number, items, blocks; per block: offset (8 bytes), length
 * </pre>
 *
 * Integers are little-endian, of 4 bytes unless said otherwise; a block is a zlib stream, whose Adler-32 guards it.
 */
public final class ShardWriter implements Closeable {

    static final int MAGIC = 0x48534E41;
    static final int VERSION = 4;
    static final int HEADER = 8;
    static final int TRAILER = 12;

    private static final int LEVEL = 6;

    private final Path target;
    private final Path part;
    private final MessageDigest digest;
    private final OutputStream out;
    private final FileChannel channel;
    private final Deflater deflater = new Deflater(LEVEL);
    private final Map<Section, Column> columns = new EnumMap<>(Section.class);
    private long written;
    private boolean finished;

    /** What fills up of a section, and where its blocks are. */
    private static final class Column {
        private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
        private final List<long[]> blocks = new ArrayList<>();
        private int items;
    }

    /**
     * A finished shard.
     *
     * @param bytes its size
     * @param sha256 of all its bytes, hexadecimal
     */
    public record Written(long bytes, String sha256) {}

    /** @param writer names the part of whoever writes, so that two that write the same shard do not meet */
    public ShardWriter(Path target, String writer) throws IOException {
        this.target = target;
        this.part = target.resolveSibling(target.getFileName() + "." + writer + ".part");
        this.digest = Hashes.sha256();
        channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        put(little(HEADER).putInt(MAGIC).putInt(VERSION).array(), HEADER);
    }

    /** Adds the next item of a section. @throws IllegalArgumentException if it is not as long as such an item is */
    public void add(Section section, byte[] item) throws IOException {
        if (item.length != section.itemBytes()) {
            throw new IllegalArgumentException(
                    "an item of " + section + " has " + section.itemBytes() + " bytes, got " + item.length);
        }
        Column column = columns.computeIfAbsent(section, s -> new Column());
        column.pending.writeBytes(item);
        column.items++;
        if (column.items % section.itemsPerBlock() == 0) {
            flush(section, column);
        }
    }

    private void flush(Section section, Column column) throws IOException {
        byte[] filtered = section.filtered(column.pending.toByteArray());
        column.pending.reset();
        deflater.reset();
        deflater.setInput(filtered);
        deflater.finish();
        byte[] packed = new byte[filtered.length + filtered.length / 1000 + 64];
        int length = 0;
        while (!deflater.finished()) {
            length += deflater.deflate(packed, length, packed.length - length);
        }
        column.blocks.add(new long[] {written, length});
        put(packed, length);
    }

    /** Ends the shard of so many video frames and gives it its name. */
    public Written finish(int frames) throws IOException {
        int size = 8;
        for (Map.Entry<Section, Column> entry : columns.entrySet()) {
            if (entry.getValue().pending.size() > 0) {
                flush(entry.getKey(), entry.getValue());
            }
            size += 12 + 12 * entry.getValue().blocks.size();
        }
        ByteBuffer directory = little(size).putInt(frames).putInt(columns.size());
        columns.forEach((section, column) -> {
            directory.putInt(section.number()).putInt(column.items).putInt(column.blocks.size());
            column.blocks.forEach(block -> directory.putLong(block[0]).putInt((int) block[1]));
        });
        byte[] bytes = directory.array();
        CRC32 sum = new CRC32();
        sum.update(bytes);
        put(bytes, size);
        put(
                little(TRAILER)
                        .putInt(size)
                        .putInt((int) sum.getValue())
                        .putInt(MAGIC)
                        .array(),
                TRAILER);
        out.flush();
        channel.force(true);
        out.close();
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
        return new Written(written, HexFormat.of().formatHex(digest.digest()));
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void put(byte[] bytes, int length) throws IOException {
        digest.update(bytes, 0, length);
        out.write(bytes, 0, length);
        written += length;
    }

    /** Removes what was begun, unless it was finished. */
    @Override
    public void close() throws IOException {
        deflater.end();
        if (!finished) {
            channel.close();
            Files.deleteIfExists(part);
        }
    }
}
