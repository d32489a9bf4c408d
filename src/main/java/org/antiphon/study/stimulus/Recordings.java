package org.antiphon.study.stimulus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.Clip;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Seed;
import org.antiphon.dataset.etude.Etude;
import org.antiphon.dataset.etude.EtudeSynthesizer;
import org.antiphon.dataset.etude.Performance;
import org.antiphon.dataset.etude.Performer;
import org.antiphon.dataset.etude.stage.Stage;
import org.antiphon.generation.Renditions;
import org.antiphon.media.DecodeRequest;
import org.antiphon.media.MediaInfo;
import org.antiphon.media.MediaReader;
import org.antiphon.media.MediaRejected;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.Digest;
import org.antiphon.study.design.Source;

/** Fetches recordings from wherever a study says they are. */
@ApplicationScoped
class Recordings {

    /** Longer side of the pictures in a study: enough for a laptop, and a phone still loads it in time. */
    private static final int LARGEST_SIDE = 720;

    private final Renditions renditions;
    private final MediaReader reader;
    private final ArtifactStore store;

    @Inject
    Recordings(Renditions renditions, MediaReader reader, ArtifactStore store) {
        this.renditions = renditions;
        this.reader = reader;
        this.store = store;
    }

    /** What tells this recording from every other; the same content has the same identity. */
    String identity(Source source, Uploads uploads) throws StimulusRefused, IOException {
        if (source instanceof Source.Etude etude) {
            return "etude " + etude.seed() + " " + etude.number();
        }
        return "file " + digest(source, uploads).hex();
    }

    /** The file of a recording; nothing for etudes, which have none. */
    Digest digest(Source source, Uploads uploads) throws StimulusRefused, IOException {
        if (source instanceof Source.Uploaded uploaded) {
            return uploaded(uploaded.file(), uploads);
        } else if (source instanceof Source.Translated translated) {
            return renditions
                    .given(translated.translation())
                    .orElseThrow(() -> new StimulusRefused("There is no translation " + translated.translation()
                            + ". It may have been deleted, or its time is over; upload the recording instead."));
        } else if (source instanceof Source.Sample sample) {
            Path file = renditions
                    .sample(sample.name())
                    .orElseThrow(() -> new StimulusRefused(
                            "There is no sample “" + sample.name() + "”. Take one of the demo page."));
            return Digest.of(Files.readAllBytes(file));
        }
        throw new IllegalArgumentException(source + " is no file");
    }

    Digest uploaded(String name, Uploads uploads) throws StimulusRefused {
        return uploads.file(name)
                .orElseThrow(() -> new StimulusRefused(
                        "The file “" + name + "” was not uploaded. Add it under Files, or correct its name."));
    }

    /** Pictures (if wanted and there are any) and sound (if there is any) of a recording. */
    Clip read(Source source, Uploads uploads, boolean pictures) throws StimulusRefused, IOException {
        if (source instanceof Source.Etude etude) {
            return performed(etude, pictures);
        }
        if (source instanceof Source.Sample sample) {
            digest(sample, uploads);
            return decoded(renditions.sample(sample.name()).orElseThrow(), sample.name(), pictures, Optional.empty());
        }
        String name = source instanceof Source.Uploaded uploaded ? uploaded.file() : "the recording";
        return decoded(store.local(digest(source, uploads)), name, pictures, Optional.empty());
    }

    /**
     * A file that was made elsewhere.
     *
     * @param size of its pictures, if it has some: that of its item's
     */
    Clip read(String name, Uploads uploads, Optional<DecodeRequest.PictureSize> size)
            throws StimulusRefused, IOException {
        return decoded(store.local(uploaded(name, uploads)), name, size.isPresent(), size);
    }

    private static Clip performed(Source.Etude etude, boolean pictures) {
        List<Etude> plan = Etude.plan(etude.number(), new Seed(etude.seed()), List.of(Performer.values()));
        Performance performance = plan.get(etude.number() - 1).performance();
        Optional<Frames> film = pictures ? Optional.of(film(performance)) : Optional.empty();
        return new Clip(film, Optional.of(EtudeSynthesizer.play(performance)));
    }

    private static Frames film(Performance performance) {
        Stage stage = new Stage(performance);
        List<Picture> reel = new ArrayList<>();
        for (int i = 0; i < stage.frames(); i++) {
            reel.add(stage.frame(i));
        }
        return new Frames(reel, FrameRate.MODEL);
    }

    private Clip decoded(Path file, String name, boolean pictures, Optional<DecodeRequest.PictureSize> size)
            throws StimulusRefused {
        try {
            MediaInfo info = reader.probe(file);
            boolean seen = pictures && info.video().isPresent();
            boolean heard = info.audio().isPresent();
            if (!seen && !heard) {
                throw new StimulusRefused("“" + name + "” holds nothing that could be used here. Give a sound"
                        + (pictures ? " or a video." : "."));
            }
            return reader.decode(
                    file,
                    new DecodeRequest(size, size.isPresent() ? 0 : LARGEST_SIDE, Cut.PICTURES, Cut.RATE, seen, heard));
        } catch (MediaRejected e) {
            throw new StimulusRefused("“" + name + "” cannot be used: " + e.getMessage(), e);
        }
    }
}
