package org.antiphon.generation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Mel;
import org.antiphon.clip.Picture;

/** Writes what the player draws, in forms that a page reads without computing. Binary files are little-endian. */
final class ViewFiles {

    private static final int VERSION = 1;

    /** Quarter pixels of the grid: ±31 pixels in a byte. */
    private static final float MOTION_SCALE = 4;

    /** Dark and bright end of a spectrogram, as natural logarithms of magnitude. */
    private static final float DARK = (float) Math.log(1e-4);

    private static final float BRIGHT = (float) Math.log(30);

    private ViewFiles() {}

    /** {@code ANSP}, version, frames, bins, frames a second, highest frequency; then a byte a value, 0 quiet, 255 loud. */
    static void spectrogram(Path out, Mel mel) throws IOException {
        ByteBuffer file = ByteBuffer.allocate(24 + mel.values().length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("ANSP".getBytes(StandardCharsets.US_ASCII)).putInt(VERSION);
        file.putInt(mel.frames()).putInt(mel.bins());
        file.putFloat((float) mel.rate().hertz() / mel.hop().samples())
                .putFloat(mel.rate().hertz() / 2f);
        for (float value : mel.values()) {
            file.put((byte) Math.max(0, Math.min(255, Math.round(255 * (value - DARK) / (BRIGHT - DARK)))));
        }
        Files.write(out, file.array());
    }

    /** {@code ANMO}, version, frames, width, height, frames a second; then dx, dy in quarter pixels of the grid. */
    static void motion(Path out, List<FlowField> flow, FrameRate rate) throws IOException {
        FlowField first = flow.get(0);
        int grid = first.width() * first.height();
        ByteBuffer file = ByteBuffer.allocate(24 + flow.size() * grid * 2).order(ByteOrder.LITTLE_ENDIAN);
        file.put("ANMO".getBytes(StandardCharsets.US_ASCII)).putInt(VERSION);
        file.putInt(flow.size()).putInt(first.width()).putInt(first.height()).putFloat((float) rate.perSecond());
        for (FlowField field : flow) {
            for (int i = 0; i < grid; i++) {
                file.put(quarter(field.dx()[i])).put(quarter(field.dy()[i]));
            }
        }
        Files.write(out, file.array());
    }

    private static byte quarter(float pixels) {
        return (byte) Math.max(-127, Math.min(127, Math.round(pixels * MOTION_SCALE)));
    }

    /** The picture as a compressed PNG. */
    static void poster(Path out, Picture picture) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[picture.width()];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                row[x] = picture.at(x, y, 0) << 16 | picture.at(x, y, 1) << 8 | picture.at(x, y, 2);
            }
            image.setRGB(0, y, picture.width(), 1, row, 0, picture.width());
        }
        if (!ImageIO.write(image, "png", out.toFile())) {
            throw new IOException("this Java cannot write PNG files, so not " + out);
        }
    }
}
