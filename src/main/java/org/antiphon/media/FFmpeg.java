package org.antiphon.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;

/** The native library: loaded, told to be quiet and bounded before its first use. */
final class FFmpeg {

    /** No single allocation of the library may exceed this: an 8K picture with 4 bytes a pixel fits. */
    private static final long MAX_ALLOCATION = 384L << 20;

    static {
        // JavaCPP would count the memory of everybody else in this process (the models') against its own bound
        if (System.getProperty("org.bytedeco.javacpp.maxPhysicalBytes") == null) {
            System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        }
        av_log_set_level(AV_LOG_QUIET);
        av_max_alloc(MAX_ALLOCATION);
    }

    private FFmpeg() {}

    /** Loads the library if that has not happened yet. */
    static void load() {}

    /** The path as the library wants it: UTF-8, and never mistaken for an address of another protocol. */
    static BytePointer url(Path file) {
        return new BytePointer(("file:" + file.toAbsolutePath() + "\0").getBytes(StandardCharsets.UTF_8));
    }

    static String describe(int error) {
        byte[] text = new byte[128];
        av_strerror(error, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }

    /** @throws IOException saying what failed and why, if {@code result} is an error code */
    static int check(int result, String action) throws IOException {
        if (result < 0) {
            throw new IOException("could not " + action + ": " + describe(result));
        }
        return result;
    }
}
