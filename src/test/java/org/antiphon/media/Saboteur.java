package org.antiphon.media;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** A decoder process that fails in the way the name of its file asks for, and decodes properly otherwise. */
final class Saboteur {

    private Saboteur() {}

    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        DecoderMain.loadNatives();
        out.writeByte(Wire.READY);
        Wire.Order order = Wire.Order.read(in);
        DecoderWatch.over(order.limits(), in);
        switch (order.file().getFileName().toString()) {
            case "crash.wav" -> avutil.av_strdup(new Nowhere());
            case "hang.wav" -> LockSupport.parkNanos(Long.MAX_VALUE);
            case "native-memory.wav" -> eatNativeMemory();
            case "heap.wav" -> eatHeap();
            case "long-picture.wav" -> lieAboutPicture(out);
            case "endless-sound.wav" -> soundWithoutEnd(out);
            case "garbage.wav" -> out.write(new byte[] {77, 1, 2, 3});
            case "half.wav" -> Wire.writeSound(out, new float[100]);
            default -> DecoderMain.answer(order, out);
        }
        Runtime.getRuntime().halt(0);
    }

    /** An address at which there is nothing. */
    private static final class Nowhere extends BytePointer {
        Nowhere() {
            super((Pointer) null);
            address = 8;
        }
    }

    private static void eatNativeMemory() {
        while (true) {
            Pointer.memset(avutil.av_malloc(16 << 20), 1, 16 << 20);
        }
    }

    private static void eatHeap() {
        List<byte[]> eaten = new ArrayList<>();
        while (true) {
            eaten.add(new byte[16 << 20]);
        }
    }

    private static void lieAboutPicture(DataOutputStream out) throws IOException {
        out.writeByte(Wire.PICTURE);
        out.writeInt(40_000);
        out.writeInt(40_000);
        out.writeInt(1);
    }

    private static void soundWithoutEnd(DataOutputStream out) throws IOException {
        while (true) {
            Wire.writeSound(out, new float[1 << 18]);
        }
    }
}
