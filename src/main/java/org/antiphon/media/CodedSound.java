package org.antiphon.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.antiphon.clip.Waveform;

/**
 * A sound as AAC, frame by frame. Sounds of one length whose frames are all filled to one size can stand for one another in
 * a file: its index, the places of its frames and its pictures stay the same, byte for byte.
 */
public final class CodedSound {

    private final List<byte[]> frames;

    private CodedSound(List<byte[]> frames) {
        this.frames = List.copyOf(frames);
    }

    /** Encodes as {@link MediaWriter#mp4} does. */
    public static CodedSound aac(Waveform sound) throws IOException {
        List<byte[]> frames = new ArrayList<>();
        Path unread = Files.createTempFile("coded", ".m4a");
        try (MediaOutput output = new MediaOutput(unread, "ipod")) {
            SoundTrack track = SoundTrack.aac(output, sound, frame -> {
                frames.add(frame);
                return frame;
            });
            output.begin(Map.of());
            track.writeUntil(Double.POSITIVE_INFINITY);
            output.finish();
        } finally {
            Files.deleteIfExists(unread);
        }
        return new CodedSound(frames);
    }

    /** Bytes of the longest frame. */
    public int longest() {
        return frames.stream().mapToInt(frame -> frame.length).max().orElse(0);
    }

    /**
     * The same sound, every frame of it as long as this, filled with noise that no decoder looks at.
     *
     * @throws IOException if a frame is longer
     */
    public CodedSound filled(int bytes, RandomGenerator noise) throws IOException {
        List<byte[]> filled = new ArrayList<>();
        for (byte[] frame : frames) {
            filled.add(AacFrame.filled(frame, bytes, noise));
        }
        return new CodedSound(filled);
    }

    /** Gives these frames in place of those that an encoder makes of the same sound. */
    MediaOutput.Shaping instead() {
        Iterator<byte[]> next = frames.iterator();
        return frame -> next.next();
    }

    /**
     * The file with another sound in the places of this one.
     *
     * @throws IOException if the sounds differ in length, or the file does not hold this one
     */
    public byte[] exchanged(byte[] file, CodedSound other) throws IOException {
        if (frames.size() != other.frames.size()) {
            throw new IOException(
                    "a sound of " + other.frames.size() + " frames cannot stand for one of " + frames.size());
        }
        byte[] exchanged = file.clone();
        int from = 0;
        for (int i = 0; i < frames.size(); i++) {
            byte[] there = frames.get(i);
            byte[] instead = other.frames.get(i);
            int at = find(file, there, from);
            if (at < 0 || instead.length != there.length) {
                throw new IOException("frame " + i + " of " + there.length + " bytes is not in the file, or another of "
                        + instead.length + " is to take its place");
            }
            System.arraycopy(instead, 0, exchanged, at, instead.length);
            from = at + there.length;
        }
        return exchanged;
    }

    private static int find(byte[] file, byte[] frame, int from) {
        for (int at = from; at + frame.length <= file.length; at++) {
            if (file[at] == frame[0] && Arrays.equals(file, at, at + frame.length, frame, 0, frame.length)) {
                return at;
            }
        }
        return -1;
    }
}
