package org.antiphon.study.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.antiphon.clip.Seed;
import org.antiphon.study.design.Check;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.check.HeadphoneTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoundsTest {

    @ParameterizedTest
    @EnumSource(Check.Headphones.Method.class)
    void writesStereoFilesOfOneSize(Check.Headphones.Method method) throws IOException, UnsupportedAudioFileException {
        HeadphoneTest test =
                new HeadphoneTest(new Check.Headphones(new Id("ears"), method, 3, Optional.empty(), 1), new Seed(1), 1);
        assertThat(Sounds.slots(test)).hasSize(9);
        int size = Sounds.wav(test, "1-1").orElseThrow().length;
        for (String slot : Sounds.slots(test)) {
            byte[] wav = Sounds.wav(test, slot).orElseThrow();
            assertThat(wav).hasSize(size);
            AudioInputStream sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav));
            assertThat(sound.getFormat().getChannels()).isEqualTo(2);
            assertThat(sound.getFormat().getSampleRate()).isEqualTo(44_100);
            assertThat(sound.getFrameLength()).isEqualTo((size - 44) / 4);
        }
        assertThat(Sounds.wav(test, "4-1")).isEmpty();
        assertThat(Sounds.wav(test, "1-4")).isEmpty();
        assertThat(Sounds.wav(test, "try")).isEmpty();
    }
}
