package org.antiphon.study.rating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.study.design.Examples;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.Study;
import org.antiphon.study.rating.Publishing.Clip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks through live sessions as a participant, and looks for anything that gives conditions away. */
@QuarkusTest
class LeakIT {

    @Inject
    Sql sql;

    @Inject
    ArtifactStore store;

    @Inject
    Attending attending;

    @TestHTTPResource("/")
    URI root;

    @ParameterizedTest
    @ValueSource(strings = {"etudes", "vocoders", "expression"})
    void tellsNothing(String example) {
        Study study = Publishing.example(example, "sealed-" + example);
        assertThat(leaks(study, Publishing::noise, sighting -> sighting)).isEmpty();
    }

    @Test
    void tellsNothingInAnyOtherParadigm() {
        assertThat(leaks(Examples.accepted(PagesStudy.named("sealed-heard")), PagesStudy::clip, sighting -> sighting))
                .isEmpty();
        assertThat(leaks(
                        Examples.accepted(PictureStudy.named("sealed-seen")), PictureStudy::clip, sighting -> sighting))
                .isEmpty();
    }

    @Test
    void findsAFileThatIsOneByteLonger() {
        assertThat(planted(
                        "longer", clip -> new Clip(Arrays.copyOf(clip.bytes(), Publishing.SIZE + 1), clip.mediaType())))
                .anyMatch(leak -> leak.startsWith("The size of"));
    }

    @Test
    void findsAnotherMediaType() {
        assertThat(planted("typed", clip -> new Clip(clip.bytes(), "video/webm")))
                .anyMatch(leak -> leak.startsWith("The headers of"));
    }

    @Test
    void findsTheTagOfAnEncoder() {
        assertThat(planted("tagged", clip -> {
                    byte[] tagged = clip.bytes().clone();
                    byte[] tag = "\0Lavf61.7.100\0".getBytes(StandardCharsets.US_ASCII);
                    System.arraycopy(tag, 0, tagged, 100, tag.length);
                    return new Clip(tagged, clip.mediaType());
                }))
                .anyMatch(leak -> leak.contains("Lavf61.7.100"));
    }

    @Test
    void findsEqualFilesWhereAReferenceIsHidden() {
        Study study = Publishing.example("vocoders", "unveiled");
        // without padding there is no room for noise
        Function<Stimulus, Clip> bare = stimulus ->
                new Clip(Arrays.copyOf(Publishing.noise(stimulus).bytes(), Publishing.SIZE - 1), "audio/mp4");
        assertThat(leaks(study, bare, sighting -> sighting)).anyMatch(leak -> leak.startsWith("Files are equal"));
    }

    @Test
    void findsSoundsThatDecodeToTheSameAndAnIndexThatTells() {
        Study study = Examples.accepted(PictureStudy.named("careless"));
        assertThat(leaks(study, PictureStudy::careless, sighting -> sighting))
                .anyMatch(leak -> leak.startsWith("Sounds decode to the same"))
                .anyMatch(leak -> leak.startsWith("The index of"));
    }

    @Test
    void findsANameAmongWhatAPageIsTold() {
        Study study = Publishing.example("etudes", "named");
        List<String> leaks = leaks(study, Publishing::noise, sighting -> {
            ObjectNode told = sighting.step().deepCopy();
            return sighting.told(told.put("source", sighting.condition()));
        });
        assertThat(leaks)
                .anyMatch(leak -> leak.startsWith("Pages of"))
                .anyMatch(leak -> leak.startsWith("The name \"translated\""));
    }

    @Test
    void findsAnotherAnswerToThoseWhoAskForAPart() {
        List<String> leaks = leaks(
                Publishing.example("etudes", "parted"),
                Publishing::noise,
                sighting -> sighting.parted(
                        List.of(sighting.condition().equals("translated") ? "416" : "206 {etag=[abc]}")));
        assertThat(leaks).anyMatch(leak -> leak.startsWith("The answer about parts of"));
    }

    @Test
    void findsABoxThatTheOthersLack() {
        assertThat(planted("boxed", clip -> {
                    // the padding is cut in two, of which the first is called otherwise
                    byte[] boxed = clip.bytes().clone();
                    int padding = Publishing.SIZE - Publishing.PADDING - 8;
                    ByteBuffer.wrap(boxed)
                            .putInt(padding, 64)
                            .put(padding + 4, "udta".getBytes(StandardCharsets.US_ASCII))
                            .putInt(padding + 64, Publishing.PADDING + 8 - 64)
                            .put(padding + 68, "free".getBytes(StandardCharsets.US_ASCII));
                    return new Clip(boxed, clip.mediaType());
                }))
                .anyMatch(leak -> leak.startsWith("The layout of"));
    }

    /** A study of which one condition is spoiled. */
    private List<String> planted(String slug, UnaryOperator<Clip> spoil) {
        return leaks(
                Publishing.example("etudes", slug),
                stimulus -> stimulus.condition().text().equals("translated")
                        ? spoil.apply(Publishing.noise(stimulus))
                        : Publishing.noise(stimulus),
                sighting -> sighting);
    }

    private List<String> leaks(Study study, Function<Stimulus, Clip> clips, UnaryOperator<Sighting> seen) {
        Publishing publishing = new Publishing(sql, store);
        publishing.publish(study, clips);
        List<ObjectNode> arrivals = new ArrayList<>();
        for (ObjectNode openly : Spy.openly()) {
            String invitation = study.id() + "-" + arrivals.size();
            publishing.invite(study, invitation);
            arrivals.add(openly.deepCopy().put("invitation", invitation));
        }
        return new Spy(sql, attending, root).leaks(study, arrivals, seen);
    }
}
