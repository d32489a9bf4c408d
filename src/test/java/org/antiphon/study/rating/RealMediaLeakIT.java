package org.antiphon.study.rating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.antiphon.study.design.Examples;
import org.antiphon.study.design.Study;
import org.antiphon.study.edition.Drafts;
import org.antiphon.study.edition.Preparing;
import org.junit.jupiter.api.Test;

/** Looks for leaks in files as they are really made: composed, cut, levelled, encoded and padded by the server. */
@QuarkusTest
class RealMediaLeakIT {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String SOUNDS = """
            format: 1
            id: real-sounds
            languages: [en]
            title: Sounds as they are made
            presentation: {medium: sound, longest: 2}
            conditions:
              - {id: performed, kind: ground-truth}
              - {id: low-pass, kind: anchor, cutoff: 3500}
              - {id: mid-pass, kind: anchor, cutoff: 7000}
              - {id: vocoded, kind: vocoded, vocoder: etude}
            items:
              - {id: etude-1, source: {kind: etude, seed: 4711, number: 1}}
            tasks:
              - id: closeness
                paradigm: {kind: mushra, question: How close is each?, reference: performed}
                assignment: {kind: everything, seed: 1}
              - id: telling
                paradigm: {kind: abx, question: Which one is X?}
                conditions: [performed, vocoded]
                assignment: {kind: everything, seed: 2}
            consent: {text: You hear etudes.}
            flow:
              - kind: consent
              - {kind: trials, task: closeness}
              - {kind: trials, task: telling}
            recruitment:
              target: 10
              ways: [{kind: open-link}]
            """;

    private static final String PICTURES = """
            format: 1
            id: real-pictures
            languages: [en]
            title: Films as they are made
            presentation: {medium: video, longest: 2}
            conditions:
              - {id: performed, kind: ground-truth}
              - {id: low-pass, kind: anchor, cutoff: 3500}
              - {id: mid-pass, kind: anchor, cutoff: 7000}
              - {id: mute, kind: silent}
            items:
              - {id: etude-1, source: {kind: etude, seed: 4711, number: 1}}
              - {id: etude-2, source: {kind: etude, seed: 4711, number: 2}}
            tasks:
              - id: closeness
                paradigm: {kind: mushra, question: How close is each?, reference: performed}
                conditions: [performed, low-pass, mid-pass, mute]
                items: [etude-1]
                assignment: {kind: everything, seed: 1}
              - id: telling
                paradigm: {kind: abx, question: Which one is X?}
                conditions: [performed, mid-pass]
                items: [etude-1, etude-2]
                assignment: {kind: everything, seed: 2}
            consent: {text: You see and hear etudes.}
            flow:
              - kind: consent
              - {kind: trials, task: closeness}
              - {kind: trials, task: telling}
            recruitment:
              target: 10
              ways: [{kind: open-link}]
            """;

    @Inject
    Sql sql;

    @Inject
    Attending attending;

    @Inject
    Drafts drafts;

    @Inject
    Preparing preparing;

    @TestHTTPResource("/")
    URI root;

    @Test
    void tellsNothingInTheSampleStudy() throws IOException {
        Study study = published("real-look", sample().replaceFirst("(?m)^id: first-look$", "id: real-look"));
        assertThat(new Spy(sql, attending, root).leaks(study, Spy.openly(), sighting -> sighting))
                .isEmpty();
    }

    @Test
    void tellsNothingWhereOneRecordingStandsInTwoPlaces() {
        Study study = published("real-sounds", SOUNDS);
        assertThat(new Spy(sql, attending, root).leaks(study, Spy.openly(), sighting -> sighting))
                .isEmpty();
        Participant participant = new Participant(root).begun("real-sounds").until("trial", new Knowing(attending));
        List<byte[]> sounds = new ArrayList<>();
        for (JsonNode clip : participant.state.at("/step/clips")) {
            HttpResponse<byte[]> response = participant.bytes(clip.get("url").asText());
            sounds.add(response.body());
        }
        assertThat(sounds).hasSize(5);
        for (int i = 0; i < sounds.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(longestEqualRun(sounds.get(i), sounds.get(j)))
                        .as("bytes in a row that two clips of a page share")
                        .isLessThan(100);
            }
        }
    }

    @Test
    void tellsNothingWherePicturesAreSeen() {
        Study study = published("real-pictures", PICTURES);
        assertThat(new Spy(sql, attending, root).leaks(study, Spy.openly(), sighting -> sighting))
                .isEmpty();
        Map<String, byte[]> first = new HashMap<>();
        assertThat(new Spy(sql, attending, root).leaks(study, Spy.openly(), sighting -> {
                    // one take for all places, with padding of its own
                    byte[] take = first.computeIfAbsent(sighting.item() + sighting.condition(), key -> sighting.bytes())
                            .clone();
                    byte[] padding = sighting.bytes();
                    System.arraycopy(padding, padding.length - 1024, take, take.length - 1024, 1024);
                    return sighting.seeing(take);
                }))
                .allMatch(leak -> leak.startsWith("Sounds decode to the same"))
                .anyMatch(leak -> leak.contains("reference of"))
                .anyMatch(leak -> leak.contains("X of"));
    }

    /** Behind the header, which is the same everywhere. */
    private static int longestEqualRun(byte[] one, byte[] other) {
        byte[] a = Arrays.copyOfRange(one, 200, one.length - 1032);
        byte[] b = Arrays.copyOfRange(other, 200, other.length - 1032);
        int longest = 0;
        int run = 0;
        for (int i = 0; i < a.length; i++) {
            run = a[i] == b[i] ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private Study published(String slug, String yaml) {
        drafts.create(slug, yaml);
        preparing.order(slug, true);
        Participant somebody = new Participant(root);
        for (long end = System.nanoTime() + PATIENCE.toNanos();
                somebody.get("/api/taking/" + slug).status() != 200; ) {
            assertThat(System.nanoTime())
                    .as(() -> preparing.progress(slug).toString())
                    .isLessThan(end);
            LockSupport.parkNanos(500_000_000);
        }
        return Examples.accepted(yaml);
    }

    private static String sample() throws IOException {
        try (InputStream in = Drafts.class.getResourceAsStream("/org/antiphon/study/first-look.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
