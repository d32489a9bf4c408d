package org.antiphon.training.preparation;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.antiphon.clip.Note;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Timeline;
import org.antiphon.dataset.Recording;
import org.antiphon.feature.SkeletonSource;
import org.antiphon.media.ClipSink;
import org.antiphon.media.DecodeRequest;
import org.antiphon.media.DirectMediaReader;
import org.antiphon.media.MediaRejected;
import org.antiphon.training.InstrumentShares;
import org.antiphon.training.shard.PreparedRecording;
import org.antiphon.training.shard.PreparedRecording.Facts;
import org.antiphon.training.shard.PreparedRecording.SkeletonOrigin;
import org.antiphon.training.shard.ShardWriter;
import org.antiphon.training.shard.SkeletonErrors;

/**
 * Makes the shards of one recording: decodes its sound into a file, then its pictures one by one, and ends a part
 * whenever it is long enough. Never holds more than a part's sound and events, and a block of pictures.
 */
final class RecordingBuilder implements ClipSink, Closeable {

    private final DirectMediaReader media = new DirectMediaReader();
    private final Recording recording;
    private final Path folder;
    private final Configuration configuration;
    private final Optional<SkeletonSource> finder;
    private final String writer;
    private final HeldSound sound;
    private final List<PreparedRecording.Shard> shards = new ArrayList<>();
    private final Map<Integer, Integer> pitches = new TreeMap<>();
    private Annotated annotated;
    private SeenPart seen;
    private SkeletonOrigin origin = SkeletonOrigin.NONE;
    private SkeletonErrors errors = SkeletonErrors.NONE;
    private PartBuilder part;
    private Picture before;
    private int frames;
    private Optional<String> cut = Optional.empty();
    private int most = Integer.MAX_VALUE; // frames

    /** @param writer names this process in files that are not finished */
    RecordingBuilder(
            Recording recording,
            Path folder,
            Configuration configuration,
            Optional<SkeletonSource> finder,
            String writer)
            throws IOException {
        this.recording = recording;
        this.folder = folder;
        this.configuration = configuration;
        this.finder = finder;
        this.writer = writer;
        sound = new HeldSound(folder.resolve(name() + "." + writer + ".sound.part"));
    }

    private String name() {
        return FileNames.of(recording.id());
    }

    private static Path file(Recording recording, Path folder, int number) {
        return folder.resolve(String.format("%s-%03d.shard", FileNames.of(recording.id()), number));
    }

    /** Removes parts that were made of the recording before, from that number on: it was longer, or could be used. */
    static void discard(Recording recording, Path folder, int from) throws IOException {
        int number = from;
        while (Files.deleteIfExists(file(recording, folder, number))) {
            number++;
        }
    }

    /**
     * @throws Unusable if a file of the recording cannot be read
     * @throws IOException if a shard cannot be written
     */
    PreparedRecording build(String fingerprint) throws IOException, Unusable {
        annotated = Annotated.of(recording);
        decode(recording.sound(), DecodeRequest.forModel().soundOnly(), sound);
        cut = Doubts.cut(annotated, sound.samples() / (double) SampleRate.MODEL.hertz());
        if (cut.isPresent()) {
            most = (int) (sound.samples() / Timeline.SAMPLES_PER_FRAME);
        }
        if (annotated.joints().isPresent()) {
            seen = Sources.seen(recording, media);
        }
        if (recording.filmed()) {
            decode(recording.video(), DecodeRequest.forModel().picturesOnly(), this);
        } else {
            int all = Timeline.covering(sound.samples()).videoFrames();
            for (int f = 0; f < all; f++) {
                next().unseen();
            }
        }
        if (part != null) {
            end();
        }
        discard(recording, folder, shards.size() + 1);
        return new PreparedRecording(
                recording.id(),
                recording.composition(),
                recording.instrument(),
                recording.split(),
                fingerprint,
                shards,
                Optional.empty(),
                Optional.of(facts()));
    }

    private Facts facts() {
        return new Facts(
                recording.filmed(),
                annotated.notes().isPresent(),
                origin,
                pitches.values().stream().mapToInt(Integer::intValue).sum(),
                pitches,
                recording.players(),
                recording.track(),
                Sources.crop(recording),
                recording.filmed() ? Optional.of(recording.video().getFileName().toString()) : Optional.empty(),
                errors.points() > 0 ? Optional.of(errors) : Optional.empty(),
                doubts());
    }

    private List<String> doubts() {
        List<String> doubts = new ArrayList<>(cut.stream().toList());
        if (cut.isEmpty() || frames < most) { // else it was not the pictures that ended
            doubts.addAll(Doubts.of(recording, frames, annotated, Optional.ofNullable(seen)));
        }
        return doubts;
    }

    private void decode(Path file, DecodeRequest request, ClipSink sink) throws IOException, Unusable {
        try {
            media.stream(file, recording.request(request), sink);
        } catch (MediaRejected e) {
            throw new Unusable(e.getMessage(), e);
        }
    }

    @Override
    public void pictures(Picture picture, int times) throws IOException {
        for (int i = 0; i < times && frames < most; i++) {
            next().see(picture, before);
            before = picture;
        }
    }

    @Override
    public void sound(float[] samples) {
        throw new IllegalStateException("only pictures were asked for");
    }

    private PartBuilder next() throws IOException {
        if (part != null && frames == part.first() + configuration.longestPart()) {
            end();
        }
        if (part == null) {
            Path file = file(recording, folder, shards.size() + 1);
            part = new PartBuilder(
                    new ShardWriter(file, writer), file, frames, annotated, Optional.ofNullable(seen), finder);
        }
        frames++;
        return part;
    }

    private void end() throws IOException {
        int count = frames - part.first();
        PartEvents heard = new PartEvents(part.first(), count, sound);
        List<Note> begun = part.finish(count, heard, InstrumentShares.of(recording.instrument()));
        for (Note note : begun) {
            pitches.merge((int) Math.round(note.midi()), 1, Integer::sum);
        }
        origin = part.origin();
        errors = errors.plus(part.errors());
        shards.add(part.shard());
        part.close();
        part = null;
    }

    @Override
    public void close() throws IOException {
        sound.close();
        if (part != null) {
            part.close();
        }
    }
}
