package org.antiphon.training.preparation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.antiphon.dataset.Recording;
import org.antiphon.feature.SkeletonSource;

/** Single recordings of a corpus, for one of several processes that prepare it together. Safe for use by several threads. */
public final class Piecewise implements AutoCloseable {

    private final List<Recording> recordings;
    private final RecordingWork work;
    private final Optional<SkeletonSource> finder;

    Piecewise(List<Recording> recordings, RecordingWork work, Optional<SkeletonSource> finder) {
        this.recordings = recordings;
        this.work = work;
        this.finder = finder;
    }

    /**
     * Prepares one recording, unless it is there and whole.
     *
     * @param number of the recording in its corpus, from 0
     * @throws IOException if the folder cannot be written to
     */
    public Done prepare(int number) throws IOException {
        if (number >= recordings.size()) {
            throw new IOException("the corpus has " + recordings.size() + " recordings here, more where it was ordered:"
                    + " every machine must see the same folder under the same name");
        }
        return work.prepare(recordings.get(number));
    }

    @Override
    public void close() {
        finder.ifPresent(SkeletonSource::close);
    }
}
