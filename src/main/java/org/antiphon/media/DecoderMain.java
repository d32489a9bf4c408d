package org.antiphon.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.antiphon.clip.Picture;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;

/** The decoder process: takes one order from its standard input, answers on its standard output, ends. */
final class DecoderMain {

    private DecoderMain() {}

    /** Started by {@link DecoderProcess}; not for people. */
    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        loadNatives();
        out.writeByte(Wire.READY);
        out.flush();
        Wire.Order order = Wire.Order.read(in);
        DecoderWatch.over(order.limits(), in);
        answer(order, out);
        out.flush();
        Runtime.getRuntime().halt(0);
    }

    static void loadNatives() {
        FFmpeg.load();
        for (Class<?> library : new Class<?>[] {avcodec.class, avformat.class, swscale.class, swresample.class}) {
            Loader.load(library);
        }
    }

    static void answer(Wire.Order order, DataOutputStream out) throws IOException {
        try {
            switch (order.task()) {
                case PROBE -> Wire.writeInfo(out, new DirectMediaReader(order.limits()).probe(order.file()));
                case PICTURE -> {
                    DirectMediaReader reader = new DirectMediaReader(order.limits());
                    Wire.writePicture(
                            out, reader.picture(order.file(), order.request().maxSide()), 1);
                }
                case DECODE -> decode(order, out);
                case COPY ->
                    new DirectMediaReader(order.limits())
                            .browserCopy(order.file(), order.request().maxSide(), order.out());
            }
            out.writeByte(Wire.END);
        } catch (MediaRejected rejected) {
            Wire.writeRejected(out, rejected);
        }
    }

    private static void decode(Wire.Order order, DataOutputStream out) throws IOException, MediaRejected {
        try {
            new ClipDecoder(order.file(), order.limits()).decode(order.request(), new ClipSink() {
                @Override
                public void pictures(Picture picture, int times) throws IOException {
                    Wire.writePicture(out, picture, times);
                }

                @Override
                public void sound(float[] samples) throws IOException {
                    Wire.writeSound(out, samples);
                }
            });
        } catch (IOException e) {
            throw DirectMediaReader.failed(order.file(), e);
        }
    }

    /** Ends this process when the other side is gone. */
    static void endWith(InputStream in) {
        try {
            while (in.read() >= 0) {
                Thread.onSpinWait(); // nothing more is ever said; the end of the stream is what we wait for
            }
        } catch (IOException e) {
            // gone as well
        }
        Runtime.getRuntime().halt(DecoderWatch.ORPHANED);
    }
}
