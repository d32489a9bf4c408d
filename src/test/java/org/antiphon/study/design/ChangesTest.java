package org.antiphon.study.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.antiphon.study.design.document.Change;
import org.junit.jupiter.api.Test;

class ChangesTest {

    @Test
    void findsNoneInAStudyAndItself() {
        assertThat(sentences("medium: video", "medium: video")).isEmpty();
    }

    @Test
    void tellsAChangedValueByTheIdOfWhatItBelongsTo() {
        assertThat(sentences("seed: 7", "seed: 8")).containsExactly("conditions[translated].seed was 7 and is 8.");
        assertThat(sentences("How good?", "How nice?"))
                .containsExactly("scales[quality].question.en was \"How good?\" and is \"How nice?\".");
    }

    @Test
    void tellsWhatIsNewAndWhatIsGone() {
        assertThat(sentences("- {id: two,", "- {id: three,"))
                .containsExactly(
                        "items[two] is gone, it was {\"id\":\"two\",\"source\":{\"kind\":\"etude\",\"seed\":1,\"number\":2},\"start\":0}.",
                        "items[three] is new: {\"id\":\"three\",\"source\":{\"kind\":\"etude\",\"seed\":1,\"number\":2},\"start\":0}.");
        assertThat(sentences("target: 10", "target: 10\n  closes: 2032-01-01"))
                .containsExactly("recruitment.closes is new: \"2032-01-01\".");
    }

    @Test
    void tellsAnotherKindAsAWhole() {
        assertThat(sentences("kind: latin-square", "kind: everything"))
                .containsExactly("tasks[main].assignment was {\"kind\":\"latin-square\",\"seed\":1} and is "
                        + "{\"kind\":\"everything\",\"seed\":1}.");
    }

    @Test
    void tellsAnotherOrderOnce() {
        assertThat(sentences("languages: [en, de]", "languages: [de, en]"))
                .containsExactly("languages was in the order en, de and is in the order de, en.");
    }

    @Test
    void tellsADefaultThatIsChangedAsWhatItWas() {
        assertThat(sentences("loudness: -23", "loudness: -23\n  longest: 10"))
                .containsExactly("presentation.longest was 12 and is 10.");
    }

    private static List<String> sentences(String was, String is) {
        Study before = Examples.accepted(Examples.SMALL);
        Study after = Examples.accepted(Examples.SMALL.replace(was, is));
        return StudyDocument.changes(before, after).stream()
                .map(Change::sentence)
                .toList();
    }
}
