package org.antiphon.study.rating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.study.design.Examples;
import org.antiphon.study.design.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many participants at once, who send some requests twice as pages do on bad networks. {@code -Dcrowd=200} makes
 * them as many as are wished.
 */
@QuarkusTest
class CrowdIT {

    private static final int CROWD = Integer.getInteger("crowd", 24);

    @Inject
    Sql sql;

    @Inject
    ArtifactStore store;

    @TestHTTPResource("/")
    URI root;

    @Test
    void savesEveryAnswerOfACrowdOnceAndSpreadsThemEvenly() throws Exception {
        Study study = publish("crowd", "latin-square", 4 * CROWD);
        ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
        List<Callable<Integer>> visits = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            Random chance = new Random(i);
            visits.add(() -> visit(study, chance, times));
        }
        int shown = 0;
        ExecutorService threads = Executors.newFixedThreadPool(CROWD);
        long begin = System.nanoTime();
        for (Future<Integer> saved : threads.invokeAll(visits)) {
            shown += saved.get();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        threads.shutdown();
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%d participants, %d answers in %.1f s; an answer took %.0f ms in the middle, %.0f ms at the 95th percentile%n",
                CROWD, shown, seconds, sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 95 / 100] / 1e6);
        assertThat(number("select count(*) from answer", study)).isEqualTo(shown);
        assertThat(number("select count(distinct (x.session_id, x.step)) from answer", study))
                .isEqualTo(shown);
        assertThat(number("select count(*) from rating", study)).isEqualTo(2 * CROWD);
        assertThat(spread(study, 2)).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latin-square", "williams"})
    void staysEvenWhenPeopleLeave(String plan) {
        Study study = publish("leave-" + plan, plan, 100);
        Random chance = new Random(7);
        for (int i = 0; i < 40; i++) {
            Participant participant = new Participant(root).begun(study.id().text());
            boolean leaves = chance.nextInt(4) == 0;
            while (participant.goesOn() && !(leaves && participant.kind().equals("trial"))) {
                participant.send(participant.letter(answer(participant)));
            }
            if (leaves) {
                // the study waits no longer for somebody than its slowest participant took
                sql.change(
                        "update study_session set seen_at = seen_at - interval '1 hour' where token = ?",
                        participant.session());
            }
        }
        assertThat(spread(study, 2)).isLessThanOrEqualTo(1);
    }

    private Study publish(String slug, String plan, int target) {
        String yaml = Examples.SMALL
                .replaceFirst("(?m)^id: small$", "id: " + slug)
                .replace("kind: latin-square", "kind: " + plan)
                .replace("target: 10", "target: " + target);
        return new Publishing(sql, store).publish(Examples.accepted(yaml));
    }

    /** One participant; returns how many answers were shown as saved. */
    private int visit(Study study, Random chance, ConcurrentLinkedQueue<Long> times) {
        Participant participant = new Participant(root).begun(study.id().text());
        int shown = 0;
        while (participant.goesOn()) {
            ObjectNode letter = participant.letter(answer(participant));
            long begin = System.nanoTime();
            Participant.Reply reply = participant.send(letter);
            times.add(System.nanoTime() - begin);
            assertThat(reply.status()).as(reply::toString).isEqualTo(200);
            shown++;
            if (chance.nextInt(3) == 0) {
                assertThat(participant.send(letter).body().get("outcome").asText())
                        .isEqualTo("repeated");
            }
        }
        return shown;
    }

    /** What the small study takes. */
    private static ObjectNode answer(Participant participant) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (participant.kind().equals("consent")) {
            answer.put("agreed", true)
                    .put("digest", participant.state.at("/step/digest").asText())
                    .putArray("points");
        } else {
            answer.putObject("values").put("quality", 3);
        }
        return answer;
    }

    private int number(String select, Study study) {
        return sql.row(
                        row -> row.getInt(1),
                        select + " x join study_session s on s.id = x.session_id join study y on y.id = s.study_id"
                                + " where y.slug = ?",
                        study.id().text())
                .orElseThrow();
    }

    /** How far the rows with the most and the fewest completed sessions lie apart. */
    private int spread(Study study, int rows) {
        int[] counts = new int[rows];
        sql.rows(
                        row -> new int[] {row.getInt(1), row.getInt(2)},
                        "select t.design_row, count(*) from session_task t join study_session s on s.id = t.session_id"
                                + " join study y on y.id = s.study_id where y.slug = ? and s.status = 'completed'"
                                + " group by t.design_row",
                        study.id().text())
                .forEach(pair -> counts[pair[0]] = pair[1]);
        return Arrays.stream(counts).max().orElseThrow()
                - Arrays.stream(counts).min().orElseThrow();
    }
}
