package org.antiphon.generation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.antiphon.clip.Direction;
import org.antiphon.media.MediaInfo;
import org.antiphon.media.MediaReader;
import org.antiphon.media.MediaRejected;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.Problem;

/** Looks at files that visitors give and takes them into the store; what does not fit is refused before that. */
@ApplicationScoped
class Receiving {

    /** Each look is a process of its own, so only a few at once; others wait this long for their turn. */
    private static final int LOOKS_AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MediaReader reader;
    private final ArtifactStore store;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(LOOKS_AT_ONCE, true);

    @Inject
    Receiving(MediaReader reader, ArtifactStore store, Clock clock) {
        this.reader = reader;
        this.store = store;
        this.clock = clock;
    }

    /** What a translation begins with; not yet rows of the database. */
    record Received(UploadRow clip, Optional<UploadRow> prior) {}

    /**
     * Takes the clip to be translated and, when it is a sound, the picture that the video is to begin with: a still one, or
     * a video whose first picture is taken. Both are looked at before either is stored.
     */
    Received receive(Direction direction, GivenFile clip, Optional<GivenFile> given) {
        Optional<GivenFile> prior = direction == Direction.SOUND_TO_VIDEO ? given : Optional.empty();
        MediaInfo about = clip(clip, direction);
        Optional<MediaInfo> aboutPrior = prior.map(this::prior);
        return new Received(take(clip, about), prior.map(file -> take(file, aboutPrior.orElseThrow())));
    }

    private MediaInfo clip(GivenFile file, Direction direction) {
        MediaInfo info = probe(file);
        switch (direction) {
            case VIDEO_TO_SOUND -> {
                if (info.video().isEmpty() || image(info)) {
                    throw unfit(file, "holds no moving picture. To imagine a sound, give a video.");
                }
            }
            case SOUND_TO_VIDEO -> {
                if (info.audio().isEmpty()) {
                    throw unfit(file, "holds no sound. To imagine a picture, give a recording.");
                }
            }
        }
        return info;
    }

    private MediaInfo prior(GivenFile file) {
        MediaInfo info = probe(file);
        if (info.video().isEmpty()) {
            throw unfit(file, "is not a picture. Give a photo or a video of the player to begin with.");
        }
        return info;
    }

    private MediaInfo probe(GivenFile file) {
        boolean turn = false;
        try {
            turn = turns.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (!turn) {
                throw Problem.tooMany(
                                "busy",
                                "Many files are arriving",
                                "Try again in a few seconds.",
                                Duration.ofSeconds(10))
                        .exception();
            }
            return reader.probe(file.path());
        } catch (MediaRejected e) {
            throw UploadProblems.of(e.forFile(file.name())).exception();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to look at " + file.name(), e);
        } finally {
            if (turn) {
                turns.release();
            }
        }
    }

    private UploadRow take(GivenFile file, MediaInfo info) {
        UploadRow row = new UploadRow();
        try {
            ArtifactStore.Entry entry = store.put(file.path());
            row.sha256 = entry.digest().hex();
            row.bytes = entry.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot store the upload " + file.name(), e);
        }
        row.mediaType = MediaKinds.mediaType(info);
        row.fileName = file.name();
        row.seconds = Math.max(0, info.seconds());
        row.hasPicture = info.video().isPresent();
        row.hasSound = info.audio().isPresent();
        row.width = info.video().map(MediaInfo.VideoStream::width).orElse(null);
        row.height = info.video().map(MediaInfo.VideoStream::height).orElse(null);
        row.playable = MediaKinds.playable(info);
        row.createdAt = clock.instant();
        return row;
    }

    private static boolean image(MediaInfo info) {
        return MediaKinds.mediaType(info).startsWith("image/");
    }

    private static RuntimeException unfit(GivenFile file, String finding) {
        return new Problem("Not what is needed here", 422, "“" + file.name() + "” " + finding, "unfit").exception();
    }
}
