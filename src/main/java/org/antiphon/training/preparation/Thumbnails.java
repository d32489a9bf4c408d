package org.antiphon.training.preparation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Skeleton;
import org.antiphon.dataset.Instruments;
import org.antiphon.media.DirectMediaReader;
import org.antiphon.media.MediaRejected;
import org.antiphon.nn.Half;
import org.antiphon.training.shard.PreparedRecording;
import org.antiphon.training.shard.Section;
import org.antiphon.training.shard.Section.Sizes;
import org.antiphon.training.shard.ShardIndex;
import org.antiphon.training.shard.ShardReader;

/** Pictures for the report: of each recording with its skeleton, and of whole videos with the boxes of their players. */
final class Thumbnails {

    /** Recordings that are shown; more would make a page that no browser likes. */
    static final int MOST = 240;

    private static final int WIDE = 640;
    private static final int[][] BODY = {{0, 1}, {1, 2}, {2, 3}, {0, 4}, {4, 5}, {5, 6}};

    private final Path folder;
    private final Map<String, Path> videos;

    Thumbnails(Path folder, Map<String, Path> videos) {
        this.folder = folder;
        this.videos = videos;
    }

    /** A figure of the middle of a recording. */
    String of(PreparedRecording recording) throws IOException {
        PreparedRecording.Shard shard =
                recording.shards().get(recording.shards().size() / 2);
        ShardReader reader = ShardReader.open(ShardIndex.shards(folder).resolve(shard.file()));
        int middle = shard.frames() / 2;
        Picture picture = new Picture(Sizes.PICTURE, Sizes.PICTURE, reader.read(Section.PICTURES, middle, 1));
        String skeleton =
                reader.items(Section.SKELETON) > middle ? skeleton(reader.read(Section.SKELETON, middle, 1)) : "";
        String origin =
                switch (Report.facts(recording).skeleton()) {
                    case ANNOTATED -> "";
                    case FOUND -> ", skeleton found";
                    case NONE -> ", no skeleton";
                };
        return "<figure><div class=\"picture\"><img loading=\"lazy\" width=\"96\" height=\"96\" alt=\"\" src=\""
                + data(picture) + "\">" + skeleton + "</div><figcaption>" + Report.escaped(recording.id())
                + "<br><span>" + Report.escaped(Instruments.name(recording.instrument())) + ", "
                + Report.hours(recording.frames())
                + ", " + recording.split().label() + origin + "</span></figcaption></figure>\n";
    }

    private static String skeleton(byte[] item) {
        ByteBuffer halves = ByteBuffer.wrap(item).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[3 * Skeleton.JOINTS];
        for (int i = 0; i < values.length; i++) {
            values[i] = Half.toFloat(halves.getShort());
        }
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 100 100\" aria-hidden=\"true\">");
        for (int[] bone : BODY) {
            line(svg, values, bone[0], bone[1]);
        }
        for (int hand = 0; hand < 2; hand++) {
            int wrist = hand == 0 ? 3 : 6;
            for (int finger = 0; finger < 5; finger++) {
                int base = 7 + 20 * hand + 4 * finger;
                line(svg, values, wrist, base);
                for (int j = base; j < base + 3; j++) {
                    line(svg, values, j, j + 1);
                }
            }
        }
        for (int j = 0; j < Skeleton.JOINTS; j++) {
            if (values[3 * j + 2] > 0) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<circle class=\"joint\" cx=\"%.1f\" cy=\"%.1f\" r=\"%s\" opacity=\"%.2f\"/>",
                        100 * values[3 * j],
                        100 * values[3 * j + 1],
                        j < 7 ? "1.4" : "0.8",
                        Math.min(1, Math.max(0.3, values[3 * j + 2]))));
            }
        }
        return svg.append("</svg>").toString();
    }

    private static void line(StringBuilder svg, float[] values, int a, int b) {
        if (values[3 * a + 2] > 0 && values[3 * b + 2] > 0) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"bone\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                    100 * values[3 * a],
                    100 * values[3 * a + 1],
                    100 * values[3 * b],
                    100 * values[3 * b + 1]));
        }
    }

    /** A figure of a whole video, with the box of each of its players. */
    String boxes(String video, List<PreparedRecording> players) throws IOException {
        Picture picture;
        try {
            Path file = videos.get(video);
            if (file == null) {
                return "";
            }
            picture = new DirectMediaReader().picture(file, WIDE);
        } catch (MediaRejected e) {
            return "";
        }
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" aria-hidden=\"true\">", picture.width(), picture.height()));
        StringBuilder names = new StringBuilder();
        for (PreparedRecording player : players) {
            List<Double> box = Report.facts(player).crop();
            int track = Report.facts(player).track();
            double x = box.get(0) * picture.width();
            double y = box.get(1) * picture.height();
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"box\" x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\"/>"
                            + "<text class=\"name\" x=\"%.0f\" y=\"%.0f\">%d %s</text>",
                    x,
                    y,
                    box.get(2) * picture.width(),
                    box.get(3) * picture.height(),
                    x + 6,
                    y + 22,
                    track,
                    Report.escaped(player.instrument())));
            names.append(names.isEmpty() ? "" : ", ")
                    .append(track)
                    .append(' ')
                    .append(Instruments.name(player.instrument()));
        }
        return "<figure><div class=\"picture\"><img loading=\"lazy\" width=\"" + picture.width() + "\" height=\""
                + picture.height() + "\" alt=\"\" src=\"" + data(picture) + "\">" + svg
                + "</svg></div><figcaption>" + Report.escaped(video) + "<br><span>" + Report.escaped(names.toString())
                + "</span></figcaption></figure>\n";
    }

    private static String data(Picture picture) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                image.setRGB(x, y, picture.at(x, y, 0) << 16 | picture.at(x, y, 1) << 8 | picture.at(x, y, 2));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
