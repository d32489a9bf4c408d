package org.antiphon.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Frames;
import org.antiphon.clip.SampleRate;
import org.antiphon.media.Crop;
import org.antiphon.media.DecodeRequest;
import org.antiphon.media.MediaInfo;
import org.antiphon.media.MediaReader;
import org.antiphon.media.MediaRejected;
import org.antiphon.media.Span;

/**
 * Finds the players of a video by where it moves, as many from left to right as the score has. A first guess for people to
 * check: who sits in front of another, or out of score order, has to be put right by hand in {@link PlayerBoxes#FILE}.
 */
public final class BoxFinder {

    private static final int LONGER_SIDE = 192;
    private static final FrameRate RATE = new FrameRate(5, 1);
    private static final double SECONDS = 40;

    private final MediaReader media;

    public BoxFinder(MediaReader media) {
        this.media = media;
    }

    /**
     * What was found in one video.
     *
     * @param boxes one a player from left to right: squares, as the models see them
     * @param doubt why the boxes are a guess that motion does not bear out, if so
     */
    public record Found(PlayerBoxes.Piece boxes, Optional<String> doubt) {}

    /**
     * Watches the video for {@value #SECONDS} seconds.
     *
     * @param from the second to begin at, when they play
     * @throws IOException naming the file that cannot be read
     */
    public Found find(Path video, int players, double from) throws IOException {
        try {
            MediaInfo.VideoStream stream =
                    media.probe(video).video().orElseThrow(() -> new IOException(video + " holds no pictures"));
            Frames frames = watch(video, from);
            Motion motion = Motion.of(frames.pictures());
            List<int[]> columns = PlayerColumns.of(motion.columns(), players);
            double scale = (double) stream.width() / motion.width();
            List<int[]> boxes = new ArrayList<>();
            for (int[] column : columns) {
                boxes.add(square(motion, column, scale, stream.width(), stream.height()));
            }
            return new Found(new PlayerBoxes.Piece(stream.width(), stream.height(), boxes), doubt(motion, columns));
        } catch (MediaRejected e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Frames watch(Path video, double from) throws MediaRejected {
        DecodeRequest all = new DecodeRequest(Optional.empty(), LONGER_SIDE, RATE, SampleRate.MODEL, true, false);
        DecodeRequest playing = all.within(Crop.WHOLE, new Span(from, from + SECONDS));
        return media.decode(video, playing).frames().orElseThrow();
    }

    /** The largest square of those columns, as high up as the motion in them. */
    private static int[] square(Motion motion, int[] column, double scale, int width, int height) {
        int left = (int) Math.round(column[0] * scale);
        int right = Math.min(width, (int) Math.round(column[1] * scale));
        int side = Math.min(right - left, height);
        int x = within((int) Math.round(motion.centreX(column) * scale - side / 2.0), left, right - side);
        int y = within((int) Math.round(motion.centreY(column) * scale - side / 2.0), 0, height - side);
        return new int[] {x, y, side, side};
    }

    private static int within(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }

    private static Optional<String> doubt(Motion motion, List<int[]> columns) {
        double whole = motion.energy(0, motion.width());
        if (whole == 0) {
            return Optional.of("nothing moves; columns of one width are only a guess");
        }
        for (int i = 0; i < columns.size(); i++) {
            double share = motion.energy(columns.get(i)[0], columns.get(i)[1]) / whole;
            if (share < 0.1 / columns.size()) {
                return Optional.of("player " + (i + 1) + " hardly moves");
            }
        }
        return Optional.empty();
    }
}
