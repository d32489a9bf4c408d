package org.antiphon.study.stimulus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the coded frames of sound are in an MP4 file, by its own index: an oracle that knows nothing of how it was written. */
public final class CodedFrames {

    private final ByteBuffer file;
    private final List<int[]> spans = new ArrayList<>();

    private CodedFrames(byte[] file) {
        this.file = ByteBuffer.wrap(file);
    }

    /** The frames of the first track that is sound; none if the file is of another kind. */
    public static List<byte[]> of(byte[] file) {
        return spans(file).stream()
                .map(span -> Arrays.copyOfRange(file, span[0], span[0] + span[1]))
                .toList();
    }

    /** The file with nothing where its frames are. */
    public static byte[] without(byte[] file) {
        byte[] without = file.clone();
        spans(file).forEach(span -> Arrays.fill(without, span[0], span[0] + span[1], (byte) 0));
        return without;
    }

    private static List<int[]> spans(byte[] file) {
        CodedFrames frames = new CodedFrames(file);
        int[] movie = file.length < 8 ? null : frames.box(0, file.length, "moov");
        if (movie == null) {
            return List.of();
        }
        for (int at = movie[0]; at < movie[1]; at += frames.file.getInt(at)) {
            int end = at + frames.file.getInt(at);
            int[] media = frames.name(at).equals("trak") ? frames.box(at + 8, end, "mdia") : null;
            if (media != null
                    && frames.name(frames.box(media[0], media[1], "hdlr")[0] + 4)
                            .equals("soun")) {
                int[] info = frames.box(media[0], media[1], "minf");
                int[] table = frames.box(info[0], info[1], "stbl");
                frames.index(table[0], table[1]);
                return frames.spans;
            }
        }
        return frames.spans;
    }

    /** ISO/IEC 14496-12, 8.7.3 to 8.7.5: sizes of samples, samples of chunks, places of chunks. */
    private void index(int from, int to) {
        int sizes = box(from, to, "stsz")[0];
        int runs = box(from, to, "stsc")[0];
        int places = box(from, to, "stco")[0];
        int equal = file.getInt(sizes + 4);
        int sample = 0;
        int run = 0;
        for (int chunk = 1; chunk <= file.getInt(places + 4); chunk++) {
            if (run + 1 < file.getInt(runs + 4) && file.getInt(runs + 8 + 12 * (run + 1)) <= chunk) {
                run++;
            }
            int at = file.getInt(places + 4 + 4 * chunk);
            for (int i = 0; i < file.getInt(runs + 12 + 12 * run); i++, sample++) {
                int size = equal > 0 ? equal : file.getInt(sizes + 12 + 4 * sample);
                spans.add(new int[] {at, size});
                at += size;
            }
        }
    }

    /** What is inside a box: from, to; null if there is none. */
    private int[] box(int from, int to, String name) {
        for (int at = from; at + 8 <= to && file.getInt(at) >= 8; at += file.getInt(at)) {
            if (name(at).equals(name)) {
                return new int[] {at + 8, at + file.getInt(at)};
            }
        }
        return null;
    }

    /** The name of the box that begins there. */
    private String name(int at) {
        return new String(file.array(), at + 4, 4, StandardCharsets.ISO_8859_1);
    }
}
