package org.antiphon.dashboard.results;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.antiphon.dashboard.reading.RatingTable;
import org.antiphon.dashboard.results.Stamps.Stamp;
import org.jboss.logging.Logger;

/**
 * Results that were computed, kept as long as nothing new is there. Small studies are read anew as soon as something is;
 * large ones in the background, while what there was is shown with its time, and not more often than a tenth of the time.
 * The first time there is nothing to show, so people are told how far the reading is.
 */
@ApplicationScoped
class ResultsShelf {

    private static final Logger LOG = Logger.getLogger(ResultsShelf.class);

    /** What takes longer is not waited for a second time. */
    private static final Duration SOON = Duration.ofMillis(800);

    private static final int MOST_READ = 4;
    private static final int MOST_COMPUTED = 40;

    private final Stamps stamps;
    private final EvidenceReader reader;
    private final Clock clock;
    private final Map<Source, Double> shares = new ConcurrentHashMap<>();
    private final Map<Wish, CompletableFuture<Results>> going = new ConcurrentHashMap<>();

    /** Two, so that a large study does not keep another one waiting. */
    private final ExecutorService background = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "results");
        thread.setDaemon(true);
        return thread;
    });

    private final Object[] locks = Stream.generate(Object::new).limit(64).toArray();
    private final Map<Source, Kept<Evidence>> read = lastUsed(MOST_READ);
    private final Map<Wish, Kept<Results>> computed = lastUsed(MOST_COMPUTED);

    @Inject
    ResultsShelf(Stamps stamps, EvidenceReader reader, Clock clock) {
        this.stamps = stamps;
        this.reader = reader;
        this.clock = clock;
    }

    /** What is read at once. */
    private record Source(String slug, List<Integer> versions, Optional<String> group) {}

    private record Wish(String slug, int version, ResultsQuery query) {

        Source source() {
            List<Integer> versions =
                    Stream.concat(Stream.of(version), query.more().stream()).toList();
            return new Source(slug, versions, query.group());
        }
    }

    private record Kept<T>(String stamp, T value, Duration took, long at) {}

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }

    /** What is there about a study, however long it takes; nothing was published yet if it is empty. */
    Optional<Results> of(String slug, ResultsQuery query) {
        Stamp stamp = stamps.of(slug, query.include());
        if (stamp.newest() == 0) {
            return Optional.empty();
        }
        Wish wish = wish(slug, query, stamp);
        return Optional.of(known(wish, stamp).orElseGet(() -> compute(wish, stamp)));
    }

    /** The same for people: who would wait longer than that is told how far it is, and asks again. */
    Optional<Looked> soon(String slug, ResultsQuery query, Duration patience) {
        Stamp stamp = stamps.of(slug, query.include());
        if (stamp.newest() == 0) {
            return Optional.empty();
        }
        Wish wish = wish(slug, query, stamp);
        Optional<Results> known = known(wish, stamp);
        return Optional.of(known.<Looked>map(Looked.Ready::new).orElseGet(() -> begun(wish, stamp, patience)));
    }

    private static Wish wish(String slug, ResultsQuery query, Stamp stamp) {
        return new Wish(slug, query.version().orElse(stamp.newest()), query);
    }

    /** What was computed, if nothing is new or all of it would take long. */
    private Optional<Results> known(Wish wish, Stamp stamp) {
        Kept<Results> kept = get(computed, wish);
        if (kept != null && kept.stamp.equals(stamp.text())) {
            return Optional.of(kept.value);
        }
        if (kept != null && kept.took.compareTo(SOON) > 0) {
            later(wish, kept, stamp);
            return Optional.of(kept.value);
        }
        return Optional.empty();
    }

    private Looked begun(Wish wish, Stamp stamp, Duration patience) {
        CompletableFuture<Results> job = going.computeIfAbsent(
                wish, key -> CompletableFuture.supplyAsync(() -> compute(key, stamp), background));
        try {
            Results results = job.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            going.remove(wish, job);
            return new Looked.Ready(results);
        } catch (TimeoutException e) {
            // what went wrong stays until somebody has been told
            job.thenRun(() -> going.remove(wish, job));
            return new Looked.Reading(shares.getOrDefault(wish.source(), 0.0));
        } catch (ExecutionException e) {
            going.remove(wish, job);
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while results were computed", e);
        }
    }

    private void later(Wish wish, Kept<Results> kept, Stamp stamp) {
        long due = kept.at + 10 * kept.took.toMillis();
        if (clock.millis() < due) {
            return;
        }
        // marked as just done, so that nobody else orders the same
        put(computed, wish, new Kept<>(kept.stamp, kept.value, kept.took, clock.millis()));
        background.execute(() -> {
            try {
                compute(wish, stamp);
            } catch (RuntimeException e) {
                LOG.warnf(e, "the results of %s cannot be computed anew", wish.slug);
            }
        });
    }

    private Results compute(Wish wish, Stamp stamp) {
        long begun = System.nanoTime();
        Evidence evidence = evidence(wish.source(), stamp).counting(wish.query);
        Results results = ResultsMaker.of(evidence, wish.query);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        put(computed, wish, new Kept<>(stamp.text(), results, took, clock.millis()));
        return results;
    }

    /** Read once, however many ask at the same time; who asks for another study hardly ever waits for it. */
    private Evidence evidence(Source source, Stamp stamp) {
        synchronized (locks[Math.floorMod(source.hashCode(), locks.length)]) {
            Kept<Evidence> kept = get(read, source);
            if (kept != null && kept.stamp.equals(stamp.text())) {
                return kept.value;
            }
            Optional<RatingTable> earlier = Optional.ofNullable(kept).map(old -> old.value.table());
            try {
                Evidence evidence = reader.read(
                        source.slug,
                        source.versions,
                        source.group,
                        stamp.text(),
                        earlier,
                        share -> shares.put(source, share));
                put(read, source, new Kept<>(stamp.text(), evidence, Duration.ZERO, clock.millis()));
                return evidence;
            } finally {
                shares.remove(source);
            }
        }
    }

    private static <K, V> V get(Map<K, V> map, K key) {
        synchronized (map) {
            return map.get(key);
        }
    }

    private static <K, V> void put(Map<K, V> map, K key, V value) {
        synchronized (map) {
            map.put(key, value);
        }
    }

    private static <K, V> Map<K, V> lastUsed(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }
}
