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
        int size = Sounds.wav(test, 1, 1).length;
        for (int question = 1; question <= test.questions(); question++) {
            for (int sound = 1; sound <= HeadphoneTest.SOUNDS; sound++) {
                byte[] wav = Sounds.wav(test, question, sound);
                assertThat(wav).hasSize(size);
                AudioInputStream stream = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav));
                assertThat(stream.getFormat().getChannels()).isEqualTo(2);
                assertThat(stream.getFormat().getSampleRate()).isEqualTo(44_100);
                assertThat(stream.getFrameLength()).isEqualTo((size - 44) / 4);
            }
        }
    }
}
