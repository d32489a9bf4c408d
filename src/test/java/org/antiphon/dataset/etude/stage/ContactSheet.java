package org.antiphon.dataset.etude.stage;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Seed;
import org.antiphon.dataset.etude.Etude;
import org.antiphon.dataset.etude.Intention;
import org.antiphon.dataset.etude.Performer;

/** Writes sheets of frames to look at: {@code ContactSheet FOLDER [small|strip] [SEED]}. */
final class ContactSheet {

    private ContactSheet() {}

    public static void main(String[] args) throws IOException {
        String kind = args.length > 1 ? args[1] : "large";
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        for (Performer performer : Performer.values()) {
            if (args.length > 3 && !performer.code().equals(args[3])) {
                continue;
            }
            BufferedImage sheet =
                    switch (kind) {
                        case "strip" -> strip(performer, seed);
                        case "small" -> strip(performer, seed, 96, 3);
                        case "joints" -> joints(performer, seed);
                        case "real" -> real(performer, seed);
                        default -> people(performer, seed);
                    };
            ImageIO.write(sheet, "png", new File(args[0], performer.code() + "_" + kind + ".png"));
        }
    }

    private static BufferedImage people(Performer performer, long seed) {
        BufferedImage sheet = new BufferedImage(256 * 4, 256 * 2, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 8; i++) {
            Stage stage = new Stage(Pieces.of(performer, Intention.values()[i % 4], seed + i));
            draw(sheet, stage.frame(10 + 9 * i), i % 4 * 256, i / 4 * 256, 256);
        }
        return sheet;
    }

    private static BufferedImage strip(Performer performer, long seed) {
        BufferedImage sheet = new BufferedImage(256 * 6, 256 * 3, BufferedImage.TYPE_INT_RGB);
        Stage stage = new Stage(Pieces.of(performer, Intention.HAPPY, seed));
        for (int i = 0; i < 18; i++) {
            draw(sheet, stage.frame(9 + i), i % 6 * 256, i / 6 * 256, 256);
        }
        return sheet;
    }

    private static BufferedImage strip(Performer performer, long seed, int size, int zoom) {
        BufferedImage sheet = new BufferedImage(size * zoom * 5, size * zoom * 3, BufferedImage.TYPE_INT_RGB);
        Stage stage = new Stage(Pieces.of(performer, Intention.HAPPY, seed));
        for (int i = 0; i < 15; i++) {
            BufferedImage one = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
            draw(one, stage.frame(9 + 2 * i), 0, 0, 256);
            Image small = one.getScaledInstance(size, size, Image.SCALE_AREA_AVERAGING);
            Graphics2D g = sheet.createGraphics();
            g.drawImage(small, i % 5 * size * zoom, i / 5 * size * zoom, size * zoom, size * zoom, null);
            g.dispose();
        }
        return sheet;
    }

    /** Every third frame of a composed performance. */
    private static BufferedImage real(Performer performer, long seed) {
        BufferedImage sheet = new BufferedImage(256 * 6, 256 * 4, BufferedImage.TYPE_INT_RGB);
        Etude etude = Etude.plan(1, new Seed(seed), List.of(performer)).get(0);
        Stage stage = new Stage(etude.performance());
        for (int i = 0; i < 24; i++) {
            draw(sheet, stage.frame(20 + 3 * i), i % 6 * 256, i / 6 * 256, 256);
        }
        return sheet;
    }

    private static BufferedImage joints(Performer performer, long seed) {
        Stage stage = new Stage(Pieces.of(performer, Intention.TENDER, seed));
        BufferedImage sheet = new BufferedImage(1536, 768, BufferedImage.TYPE_INT_RGB);
        float[][][] joints = stage.skeletons();
        float[][][] tools = stage.tools();
        Graphics2D g = sheet.createGraphics();
        for (int i = 0; i < 2; i++) {
            int frame = 20 + 25 * i;
            draw(sheet, stage.frame(frame), i * 768, 0, 768);
            for (int k = 0; k < 47; k++) {
                g.setColor(k < 7 ? Color.YELLOW : k < 27 ? Color.RED : Color.BLUE);
                g.fillOval(i * 768 + (int) (joints[frame][k][0] * 3) - 3, (int) (joints[frame][k][1] * 3) - 3, 7, 7);
            }
            for (int k = 0; k < 8; k++) {
                if (tools[frame][k][2] > 0) {
                    g.setColor(Color.GREEN);
                    int x = i * 768 + (int) (tools[frame][k][0] * 3);
                    int y = (int) (tools[frame][k][1] * 3);
                    g.drawOval(x - 8, y - 8, 16, 16);
                    g.drawString("" + k, x + 8, y);
                }
            }
        }
        g.dispose();
        return sheet;
    }

    private static void draw(BufferedImage sheet, Picture picture, int x0, int y0, int size) {
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int px = x * 256 / size;
                int py = y * 256 / size;
                sheet.setRGB(
                        x0 + x,
                        y0 + y,
                        picture.at(px, py, 0) << 16 | picture.at(px, py, 1) << 8 | picture.at(px, py, 2));
            }
        }
    }
}
