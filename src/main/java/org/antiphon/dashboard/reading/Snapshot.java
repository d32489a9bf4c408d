package org.antiphon.dashboard.reading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.antiphon.platform.Problem;

/**
 * The record of a study at one moment. Streams come in an order that is always the same: sessions as they began, within them
 * answers as they were given, within them values by key. Nothing is kept of a stream but a few dozen sessions at a time;
 * the sessions themselves, without answers, are held until this is closed.
 *
 * <p>Not for several threads.
 */
public final class Snapshot implements AutoCloseable {

    private final Connection connection;
    private final Queries queries;
    private final boolean mainOnly;
    private final StudyRecord study;
    private final List<EditionRecord> editions;
    private final List<SessionRecord> sessions;
    private final Clips clips;
    private final Given given;
    private final Watch watch;

    Snapshot(Connection connection, Queries queries, String slug, Selection selection) {
        this.connection = connection;
        this.queries = queries;
        this.mainOnly = selection.mainOnly();
        Studies studies = new Studies(queries);
        long id = studies.id(slug)
                .orElseThrow(() -> Problem.notFound("There is no such study", "None is called " + slug + ".")
                        .exception());
        this.study = studies.study(id);
        List<EditionRecord> all = studies.editions(id);
        this.editions = all.stream()
                .filter(edition ->
                        selection.version().isEmpty() || selection.version().getAsInt() == edition.version())
                .toList();
        if (editions.isEmpty() && selection.version().isPresent()) {
            throw Problem.notFound(
                            "There is no such edition",
                            slug + " has " + all.size() + " editions, counted from 1; "
                                    + selection.version().getAsInt() + " is none of them.")
                    .exception();
        }
        this.sessions = new Sessions(queries, id, editions, selection).all();
        this.clips = new Clips(queries, id, editions);
        this.watch = new Watch(sessions);
        this.given = new Given(queries, sessions, watch);
    }

    private Snapshot(Snapshot whole, List<SessionRecord> sessions, boolean mainOnly) {
        this.connection = whole.connection;
        this.queries = whole.queries;
        this.mainOnly = mainOnly;
        this.study = whole.study;
        this.editions = whole.editions;
        this.sessions = List.copyOf(sessions);
        this.clips = whole.clips;
        this.watch = whole.watch;
        this.given = new Given(queries, this.sessions, watch);
    }

    /**
     * A view of some of the sessions, at the same moment. It ends with this snapshot and need not be closed.
     *
     * @param some of {@link #sessions()}, in their order
     */
    public Snapshot among(List<SessionRecord> some, boolean onlyMain) {
        return new Snapshot(this, some, onlyMain);
    }

    /** The same for what was selected of them. */
    Snapshot among(List<SessionRecord> some) {
        return among(some, mainOnly);
    }

    public StudyRecord study() {
        return study;
    }

    /** The selected editions, the first published first; empty if nothing was published yet. */
    public List<EditionRecord> editions() {
        return editions;
    }

    /** The selected sessions, in the order in which they began. */
    public List<SessionRecord> sessions() {
        return sessions;
    }

    /** The values given on the selected pages. */
    public void ratings(Consumer<RatingRecord> each) {
        given.ratings(rating -> {
            if (!mainOnly || rating.page().main()) {
                each.accept(rating);
            }
        });
    }

    /** What was played on the selected pages, as it was told by participants' pages. */
    public void plays(Consumer<PlayRecord> each) {
        given.plays(play -> {
            if (!mainOnly || play.page().main()) {
                each.accept(play);
            }
        });
    }

    /** Every step that was taken in the selected sessions. */
    public void steps(Consumer<StepRecord> each) {
        given.steps(each);
    }

    /** The answers to questionnaires. */
    public void forms(Consumer<FormRecord> each) {
        given.forms(each);
    }

    /** What became of the checks. */
    public void checks(Consumer<CheckRecord> each) {
        given.checks(each);
    }

    /** The clips of the selected editions, by edition, item and condition. */
    public void stimuli(Consumer<StimulusRecord> each) {
        clips.stimuli(each);
    }

    /** The clips in numbers, by edition, item and condition, the most telling metric first. */
    public void metrics(Consumer<MetricRecord> each) {
        clips.metrics(each);
    }

    /** Tells how far streams, of this snapshot and of its views, have come through the sessions: 0 to 1. */
    public void watch(DoubleConsumer listener) {
        watch.hears(listener);
    }

    /** A few numbers that change whenever answers or measurements do: cheap to ask, and good for telling two moments apart. */
    public String state() {
        return new Studies(queries).state(study.slug());
    }

    @Override
    public void close() {
        end(connection);
    }

    /** Nothing was written, so nothing is lost. */
    static void end(Connection connection) {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException("the connection cannot be given back", e);
        }
    }
}
