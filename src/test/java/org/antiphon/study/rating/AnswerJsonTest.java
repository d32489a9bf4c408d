package org.antiphon.study.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.antiphon.platform.Digest;
import org.antiphon.study.design.Examples;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.answer.Answer;
import org.antiphon.study.session.answer.PlayEvent;
import org.antiphon.study.session.answer.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerJsonTest {

    private static final Study ETUDES = Examples.study("etudes");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TOOK = Duration.ofMillis(1234);

    static Stream<Answer> answers() {
        List<PlayEvent> plays = List.of(new PlayEvent("A", PlayEvent.Kind.STARTED, 0.25, Duration.ofMillis(40)));
        return Stream.of(
                new Answer.Agreed(Digest.of(new byte[] {1}), Set.of(new Id("adult"), new Id("data"))),
                new Answer.Declined(),
                new Answer.Read(),
                new Answer.OldEnough(false),
                new Answer.Country("AT"),
                new Answer.Tried(true, false),
                new Answer.Volume(0.3),
                new Answer.Sound(3),
                new Answer.Judged(
                        Map.of(
                                "A", new Value.Amount(73.5),
                                "choice", new Value.Choice("tie"),
                                "affect", new Value.Cell(2, 9)),
                        plays,
                        TOOK));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void readsWhatItWrote(Answer answer) {
        List<PlayEvent> plays = answer instanceof Answer.Judged judged ? judged.plays() : List.of();
        assertThat(AnswerJson.read(ETUDES, "trial-coherence-1", AnswerJson.write(answer), plays, TOOK))
                .isEqualTo(answer);
        assertThat(AnswerJson.readPlays(AnswerJson.writePlays(plays))).isEqualTo(plays);
    }

    @Test
    void tellsFreeTextFromAChoiceByItsQuestion() {
        Answer filled =
                new Answer.Filled(Map.of("plays", new Value.Choice("never"), "noticed", new Value.Words("never")));
        JsonNode written = AnswerJson.write(filled);
        assertThat(written.at("/values/plays")).isEqualTo(written.at("/values/noticed"));
        assertThat(AnswerJson.read(ETUDES, "questionnaire-afterwards", written, List.of(), TOOK))
                .isEqualTo(filled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3",
                "{}",
                "{\"values\":3}",
                "{\"values\":{\"a\":null}}",
                "{\"values\":{\"a\":true}}",
                "{\"values\":{\"a\":[1]}}",
                "{\"values\":{\"a\":{\"valence\":1}}}",
                "{\"values\":{\"a\":\"\\u0000\"}}",
                "{\"agreed\":\"yes\"}",
                "{\"agreed\":true}",
                "{\"agreed\":true,\"digest\":\"x\",\"points\":[]}",
                "{\"sounds\":[1.5]}",
                "{\"volume\":\"loud\"}",
                "{\"country\":43}",
                "{\"played\":true}",
            })
    void refusesWhatIsNoAnswerToAnything(String json) throws JsonProcessingException {
        JsonNode given = JSON.readTree(json);
        assertThatThrownBy(() -> AnswerJson.read(ETUDES, "trial-coherence-1", given, List.of(), TOOK))
                .isInstanceOf(AnswerJson.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{}]",
                "[{\"slot\":\"A\",\"kind\":\"paused\",\"position\":1,\"at\":1}]",
                "[{\"slot\":\"A\",\"kind\":\"playing\",\"position\":-1,\"at\":1}]",
                "[{\"slot\":\"A\",\"kind\":\"playing\",\"position\":1,\"at\":1e300}]",
            })
    void refusesWhatIsNoPlay(String json) throws JsonProcessingException {
        JsonNode log = JSON.readTree(json);
        assertThatThrownBy(() -> AnswerJson.readPlays(log)).isInstanceOf(AnswerJson.Malformed.class);
    }
}
