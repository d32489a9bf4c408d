package org.antiphon.dashboard.export;

import java.util.List;
import java.util.Optional;
import org.antiphon.dashboard.reading.SessionRecord;
import org.antiphon.dashboard.reading.Snapshot;

/** The tables of one snapshot, as they were ordered. */
final class Tables {

    private final List<DataFile<?>> all;
    private final Snapshot everyone;
    private final Snapshot wanted;

    /** @param everyone all sessions of the editions that are wanted */
    Tables(Snapshot everyone, ExportOrder order) {
        this.everyone = everyone;
        List<SessionRecord> counted = order.excluded()
                ? everyone.sessions()
                : everyone.sessions().stream().filter(SessionRecord::counted).toList();
        this.wanted = everyone.among(counted, !order.allPages());
        RatingTables ratings = new RatingTables(wanted);
        SessionTables sessions = new SessionTables(everyone, wanted, order);
        ClipTables clips = new ClipTables(wanted);
        this.all = List.of(
                ratings.longTable(),
                ratings.wide(),
                ratings.comparisons(),
                sessions.sessions(),
                sessions.answers(),
                sessions.checks(),
                sessions.steps(),
                sessions.plays(),
                clips.stimuli(),
                clips.metrics());
    }

    List<DataFile<?>> all() {
        return all;
    }

    Optional<DataFile<?>> named(String name) {
        return all.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /** All sessions. */
    Snapshot everyone() {
        return everyone;
    }

    /** The sessions and pages whose answers are wanted. */
    Snapshot wanted() {
        return wanted;
    }
}
