package org.antiphon.study.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.antiphon.platform.Digest;
import org.antiphon.study.design.document.Id;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class EditionTest {

    /** Computed by this program when the format was new; nothing else knows these bytes. */
    private static final String GOLDEN = "5217e1434714dedad63d1b60182e4328431c199b20cc63f626248cca74387dc5";

    private static final Study SMALL = Examples.accepted(Examples.SMALL);

    @Test
    void isNamedByTheHashOfItsBytes() {
        Edition edition = Edition.first(SMALL, files(SMALL));
        assertThat(edition.digest()).isEqualTo(Digest.of(edition.bytes()));
        assertThat(new String(edition.bytes(), StandardCharsets.UTF_8))
                .startsWith("{\"stimuli\":[{\"condition\":\"performed\",\"item\":\"one\",\"sha256\":\"")
                .endsWith("\"version\":1}");
    }

    @Test
    void keepsItsNameForGood() {
        // a name that changes with a version of the program would orphan every published study
        assertThat(Edition.first(SMALL, files(SMALL)).digest().hex()).isEqualTo(GOLDEN);
    }

    @ParameterizedTest
    @FieldSource("org.antiphon.study.design.Examples#NAMES")
    void isReadBackFromItsBytes(String name) {
        Study study = Examples.study(name);
        Edition edition = Edition.first(study, files(study));
        assertThat(Edition.read(edition.bytes())).isEqualTo(edition);
    }

    @Test
    void isReadBackLongAfterItsStudyHasClosed() {
        Study closing = Examples.accepted(Examples.SMALL.replace("target: 10", "target: 10\n  closes: 2031-05-18"));
        Edition edition = Edition.first(closing, files(closing));
        assertThat(Edition.read(edition.bytes())).isEqualTo(edition);
    }

    @Test
    void refusesBytesThatWereNeverAnEdition() {
        for (String bytes : new String[] {"", "{}", "[]", "{\"study\":{}}", "{\"study\":", "null"}) {
            assertThatThrownBy(() -> Edition.read(bytes.getBytes(StandardCharsets.UTF_8)))
                    .as(bytes)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void isFollowedByAVersionThatNamesIt() {
        Edition first = Edition.first(SMALL, files(SMALL));
        Study changed = Examples.accepted(Examples.SMALL.replace("target: 10", "target: 20"));
        Edition second = first.next(changed, files(changed));
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.before()).contains(first.digest());
        assertThat(second.digest()).isNotEqualTo(first.digest());
        assertThat(Edition.read(second.bytes())).isEqualTo(second);
    }

    @Test
    void staysTheSameVersionWhenNothingChanged() {
        Edition first = Edition.first(SMALL, files(SMALL));
        Study respelled = Examples.accepted(Examples.SMALL.replace("[en, de]", "['en', \"de\"]"));
        assertThat(first.next(respelled, files(SMALL))).isSameAs(first);
    }

    @Test
    void poolsAnswersOnlyWithVersionsInWhichParticipantsSawTheSame() {
        Edition first = Edition.first(SMALL, files(SMALL));
        Study more = Examples.accepted(Examples.SMALL.replace("target: 10", "target: 20"));
        Study worded = Examples.accepted(Examples.SMALL.replace("How good?", "How nice?"));
        Map<Stimulus, Digest> other = files(SMALL);
        other.put(new Stimulus(new Id("one"), new Id("performed")), Digest.of(new byte[] {9}));
        assertThat(first.next(more, files(more)).poolsWith(first)).isTrue();
        assertThat(first.next(worded, files(worded)).poolsWith(first)).isFalse();
        assertThat(first.next(SMALL, other).poolsWith(first)).isFalse();
    }

    @Test
    void isNotPublishedWhileAFileIsMissing() {
        Map<Stimulus, Digest> files = files(SMALL);
        files.remove(new Stimulus(new Id("two"), new Id("translated")));
        assertThatThrownBy(() -> Edition.first(SMALL, files)).hasMessageContaining("two in translated");
        files.put(new Stimulus(new Id("two"), new Id("translated")), Digest.of(new byte[0]));
        files.put(new Stimulus(new Id("three"), new Id("translated")), Digest.of(new byte[0]));
        assertThatThrownBy(() -> Edition.first(SMALL, files)).hasMessageContaining("does not show");
    }

    @Test
    void isNoVersionOfAnotherStudy() {
        Study other = Examples.accepted(Examples.SMALL.replace("id: small", "id: large"));
        assertThatThrownBy(() -> Edition.first(SMALL, files(SMALL)).next(other, files(other)))
                .hasMessage("large is not a version of small");
        assertThatThrownBy(() -> new Edition(2, SMALL, new java.util.TreeMap<>(files(SMALL)), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void needsTheStimuliOfTasksTrainingsAndChecks() {
        assertThat(Stimulus.of(Examples.study("etudes"))).hasSize(8 * 4);
        // six items and the one of the training, in five conditions
        assertThat(Stimulus.of(Examples.study("vocoders"))).hasSize(7 * 5);
        assertThat(Stimulus.of(Examples.study("expression")))
                .contains(new Stimulus(new Id("unmistakable"), new Id("performed")))
                .doesNotContain(new Stimulus(new Id("unmistakable"), new Id("silent")));
    }

    private static Map<Stimulus, Digest> files(Study study) {
        Map<Stimulus, Digest> files = new HashMap<>();
        Stimulus.of(study)
                .forEach(stimulus ->
                        files.put(stimulus, Digest.of(stimulus.toString().getBytes(StandardCharsets.UTF_8))));
        return files;
    }
}
