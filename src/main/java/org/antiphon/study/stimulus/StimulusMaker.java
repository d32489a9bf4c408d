package org.antiphon.study.stimulus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.clip.Clip;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Waveform;
import org.antiphon.generation.Renditions;
import org.antiphon.media.DecodeRequest;
import org.antiphon.platform.Digest;
import org.antiphon.signal.LowPass;
import org.antiphon.signal.Resampler;
import org.antiphon.study.design.Condition;
import org.antiphon.study.design.Item;
import org.antiphon.study.design.Presentation;
import org.antiphon.study.design.Source;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.Takes;
import org.antiphon.study.design.document.Id;

/** Makes the stimuli of a study, item by item. Safe for several threads. */
@ApplicationScoped
public class StimulusMaker {

    /** To be raised when the same recipe gives other files than before. */
    private static final String METHOD = "stimuli 3";

    private final Recordings recordings;
    private final ModelSounds models;
    private final Renditions renditions;

    @Inject
    StimulusMaker(Recordings recordings, ModelSounds models, Renditions renditions) {
        this.recordings = recordings;
        this.models = models;
        this.renditions = renditions;
    }

    /** The conditions in which somebody may come to see or hear an item, in the order of the document. */
    public static List<Id> conditions(Study study, Id item) {
        return study.conditions().stream()
                .map(Condition::id)
                .filter(condition -> Stimulus.of(study).contains(new Stimulus(item, condition)))
                .toList();
    }

    /**
     * A name for everything that decides what an item's stimuli are: as long as it is the same, so are they.
     *
     * @throws StimulusRefused if something they are made of is missing
     */
    public Digest recipe(Study study, Id item, Uploads uploads) throws StimulusRefused, IOException {
        StringBuilder text = new StringBuilder(METHOD);
        text.append('\n').append(study.presentation()).append('\n').append(renditions.fingerprint());
        describe(study.item(item), uploads, text);
        for (Id id : conditions(study, item)) {
            Condition condition = study.condition(id);
            text.append('\n').append(condition);
            text.append(" in takes ").append(takes(study, item, id));
            if (condition instanceof Condition.Uploaded) {
                text.append(' ').append(upload(study.item(item), id, uploads));
            } else if (condition instanceof Condition.Shuffled shuffled) {
                Id giver = giver(study, item, shuffled);
                text.append(' ').append(study.condition(shuffled.of()));
                describe(study.item(giver), uploads, text);
                if (study.condition(shuffled.of()) instanceof Condition.Uploaded) {
                    text.append(' ').append(upload(study.item(giver), shuffled.of(), uploads));
                }
            }
        }
        return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void describe(Item item, Uploads uploads, StringBuilder text) throws StimulusRefused, IOException {
        text.append('\n').append(recordings.identity(item.source(), uploads));
        text.append(" from ").append(item.start()).append(" for ").append(item.seconds());
    }

    private Digest upload(Item item, Id condition, Uploads uploads) throws StimulusRefused {
        return recordings.uploaded(name(item, condition), uploads);
    }

    /** Of sound alone there is one: it gets its noise where it is played. */
    private static int takes(Study study, Id item, Id condition) {
        return study.presentation().medium() == Presentation.Medium.VIDEO
                ? Takes.of(study, new Stimulus(item, condition)).count()
                : 1;
    }

    private static String name(Item item, Id condition) throws StimulusRefused {
        String name = item.files().get(condition);
        if (name == null) {
            throw new StimulusRefused(
                    "“" + item.id() + "” has no file for the condition “" + condition + "”. Name one under its files.");
        }
        return name;
    }

    private static Id giver(Study study, Id item, Condition.Shuffled shuffled) {
        return Exchange.of(study.items().stream().map(Item::id).toList(), new Seed(shuffled.seed()))
                .get(item);
    }

    /**
     * Makes all stimuli of one item.
     *
     * @param folder an empty one of the caller's, for the files
     * @return the files by condition
     */
    public Map<Id, Made> make(Study study, Id item, Uploads uploads, Path folder, Progress progress)
            throws StimulusRefused, IOException {
        Making making = new Making(study, uploads);
        List<Id> conditions = conditions(study, item);
        Clip clip = making.clip(item);
        Cut cut = making.cut(item, clip);
        Map<Id, Version> versions = new LinkedHashMap<>();
        for (int i = 0; i < conditions.size(); i++) {
            double from = 0.9 * i / conditions.size();
            Progress part = progress.part(from, 0.9 * (i + 1) / conditions.size());
            part.at(item.text(), 0);
            versions.put(conditions.get(i), making.version(item, conditions.get(i), cut, part));
        }
        progress.at(item.text(), 0.9);
        return ItemMaker.make(clip.frames(), versions, cut, study.presentation(), id -> takes(study, item, id), folder);
    }

    /** A clip of no item, encoded like the stimuli: for trying out whether a browser plays them, and how loud. */
    public Made tryOut(Presentation presentation, Path folder) throws IOException {
        return TryOutClip.make(presentation, folder);
    }

    /** Remembers recordings that were read, because a shuffled condition and its item may need the same one. */
    private final class Making {
        private final Study study;
        private final Uploads uploads;
        private final boolean seen;
        private final Map<Id, Clip> clips = new LinkedHashMap<>();

        Making(Study study, Uploads uploads) {
            this.study = study;
            this.uploads = uploads;
            this.seen = study.presentation().medium() == Presentation.Medium.VIDEO;
        }

        /** With pictures also where nobody sees them: a model may. */
        Clip clip(Id item) throws StimulusRefused, IOException {
            if (!clips.containsKey(item)) {
                boolean translates = study.conditions().stream().anyMatch(Condition.Generated.class::isInstance);
                clips.put(item, recordings.read(study.item(item).source(), uploads, seen || translates));
            }
            return clips.get(item);
        }

        Cut cut(Id item, Clip clip) throws StimulusRefused {
            if (seen && clip.frames().isEmpty()) {
                throw new StimulusRefused("The recording of “" + item + "” has no pictures. Give a video, or set"
                        + " “medium: sound” under presentation.");
            }
            List<Double> lengths = new ArrayList<>();
            clip.frames().map(Frames::seconds).ifPresent(lengths::add);
            clip.sound().map(Waveform::seconds).ifPresent(lengths::add);
            double shortest =
                    lengths.stream().mapToDouble(Double::doubleValue).min().orElse(0);
            try {
                return Cut.of(study.item(item), study.presentation(), shortest);
            } catch (IllegalArgumentException e) {
                throw new StimulusRefused(e.getMessage() + ". Begin it earlier.", e);
            }
        }

        Version version(Id item, Id id, Cut cut, Progress progress) throws StimulusRefused, IOException {
            Condition condition = study.condition(id);
            if (condition instanceof Condition.Silent) {
                return new Version(Waveform.silence(0, Cut.RATE), Optional.empty());
            } else if (condition instanceof Condition.Shuffled shuffled) {
                Id giver = giver(study, item, shuffled);
                Version other = version(giver, shuffled.of(), cut, progress);
                int begins = cut(giver, clip(giver)).first();
                return new Version(cut.asIfFrom(begins, other.sound()), Optional.empty());
            } else if (condition instanceof Condition.Uploaded) {
                Optional<DecodeRequest.PictureSize> size = clip(item)
                        .frames()
                        .filter(frames -> seen)
                        .map(frames -> new DecodeRequest.PictureSize(frames.width(), frames.height()));
                Clip made = recordings.read(name(study.item(item), id), uploads, size);
                return new Version(sound(item, made), made.frames());
            }
            return new Version(sound(item, condition, progress), Optional.empty());
        }

        private Waveform sound(Id item, Condition condition, Progress progress) throws StimulusRefused, IOException {
            Source source = study.item(item).source();
            Clip clip = clip(item);
            if (condition instanceof Condition.Generated generated) {
                Optional<Digest> file = source instanceof Source.Etude
                        ? Optional.empty()
                        : Optional.of(recordings.digest(source, uploads));
                return models.translated(generated, recordings.identity(source, uploads), file, clip, progress);
            } else if (condition instanceof Condition.Vocoded vocoded) {
                return models.vocoded(vocoded, recordings.identity(source, uploads), sound(item, clip));
            } else if (condition instanceof Condition.Anchor anchor) {
                return LowPass.apply(Resampler.to(sound(item, clip), Cut.RATE), anchor.cutoff());
            }
            return sound(item, clip);
        }

        private Waveform sound(Id item, Clip clip) throws StimulusRefused {
            return clip.sound()
                    .orElseThrow(() ->
                            new StimulusRefused("A file of “" + item + "” has no sound. Give a recording with sound."));
        }
    }
}
