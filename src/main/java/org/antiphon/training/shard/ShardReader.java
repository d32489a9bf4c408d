package org.antiphon.training.shard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads items of a shard from anywhere in it. Safe for use by several threads. */
public final class ShardReader {

    /**
     * Where the blocks of a section are.
     *
     * @param offsets of the blocks
     * @param lengths of the blocks, compressed
     */
    private record Column(int items, long[] offsets, int[] lengths) {}

    private final Path file;
    private final ByteBuffer bytes;
    private final int frames;
    private final Map<Section, Column> columns = new EnumMap<>(Section.class);

    private ShardReader(Path file, ByteBuffer bytes) throws ShardDamaged {
        this.file = file;
        this.bytes = bytes;
        if (bytes.limit() < ShardWriter.HEADER + ShardWriter.TRAILER || bytes.getInt(0) != ShardWriter.MAGIC) {
            throw new ShardDamaged(file, "it does not begin like a shard");
        }
        if (bytes.getInt(4) != ShardWriter.VERSION) {
            throw new ShardDamaged(
                    file, "it is of version " + bytes.getInt(4) + ", this program reads " + ShardWriter.VERSION);
        }
        int trailer = bytes.limit() - ShardWriter.TRAILER;
        int size = bytes.getInt(trailer);
        if (bytes.getInt(trailer + 8) != ShardWriter.MAGIC || size < 8 || size > trailer - ShardWriter.HEADER) {
            throw new ShardDamaged(file, "its end is missing");
        }
        ByteBuffer directory = bytes.slice(trailer - size, size).order(ByteOrder.LITTLE_ENDIAN);
        CRC32 sum = new CRC32();
        sum.update(directory.duplicate());
        if ((int) sum.getValue() != bytes.getInt(trailer + 4)) {
            throw new ShardDamaged(file, "its directory");
        }
        frames = directory.getInt();
        for (int sections = directory.getInt(); sections > 0; sections--) {
            Section section = Section.ofNumber(directory.getInt());
            int items = directory.getInt();
            long[] offsets = new long[directory.getInt()];
            int[] lengths = new int[offsets.length];
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = directory.getLong();
                lengths[i] = directory.getInt();
            }
            columns.put(section, new Column(items, offsets, lengths));
        }
    }

    /**
     * Opens a shard and reads its directory; blocks are looked at when they are read.
     *
     * @throws ShardDamaged if the file is no whole shard of this version
     * @throws IOException if it cannot be read
     */
    public static ShardReader open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new ShardDamaged(file, "it is larger than any shard");
            }
            return new ShardReader(
                    file,
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                            .order(ByteOrder.LITTLE_ENDIAN));
        }
    }

    /** Video frames. */
    public int frames() {
        return frames;
    }

    /** How many items of a section there are, 0 if it is not in this shard. */
    public int items(Section section) {
        Column column = columns.get(section);
        return column == null ? 0 : column.items();
    }

    /**
     * {@code count} items from item {@code from} on.
     *
     * @throws IndexOutOfBoundsException if there are not so many
     * @throws UncheckedIOException of a {@link ShardDamaged} if a block is not what was written
     */
    public byte[] read(Section section, int from, int count) {
        if (from < 0 || count < 0 || from + count > items(section)) {
            throw new IndexOutOfBoundsException(file + " has " + items(section) + " items of " + section.label()
                    + ", asked for " + count + " from " + from);
        }
        int size = section.itemBytes();
        int perBlock = section.itemsPerBlock();
        byte[] out = new byte[count * size];
        Inflater inflater = new Inflater();
        try {
            for (int b = from / perBlock; count > 0 && b <= (from + count - 1) / perBlock; b++) {
                byte[] block = block(section, b, inflater);
                int first = Math.max(from, b * perBlock);
                int last = Math.min(from + count, (b + 1) * perBlock);
                System.arraycopy(
                        block, (first - b * perBlock) * size, out, (first - from) * size, (last - first) * size);
            }
        } finally {
            inflater.end();
        }
        return out;
    }

    private byte[] block(Section section, int index, Inflater inflater) {
        Column column = columns.get(section);
        int items = Math.min(section.itemsPerBlock(), column.items() - index * section.itemsPerBlock());
        byte[] block = new byte[items * section.itemBytes()];
        String name = "block " + index + " of its " + section.label();
        try {
            inflater.reset();
            inflater.setInput(bytes.slice((int) column.offsets()[index], column.lengths()[index]));
            int length = 0;
            byte[] beyond = new byte[1]; // the checksum is read by the call that asks for more than there is
            while (!inflater.finished()) {
                boolean full = length == block.length;
                int got = full ? inflater.inflate(beyond) : inflater.inflate(block, length, block.length - length);
                if (full && got > 0 || got == 0 && !inflater.finished()) {
                    throw new UncheckedIOException(new ShardDamaged(file, name));
                }
                length += full ? 0 : got;
            }
            if (length < block.length) {
                throw new UncheckedIOException(new ShardDamaged(file, name));
            }
        } catch (DataFormatException | IndexOutOfBoundsException e) {
            throw new UncheckedIOException(new ShardDamaged(file, name, e));
        }
        return section.restored(block);
    }
}
