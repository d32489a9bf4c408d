package org.antiphon.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {

    @TempDir
    Path folder;

    @Test
    void areNoneWithoutAFolder() {
        assertThat(new Samples(folder.resolve("absent"), new ObjectMapper()).all())
                .isEmpty();
    }

    @Test
    void areReadWithThePosterAsThePictureToBeginWith() throws IOException {
        write("[{\"id\":\"violin\",\"title\":\"A violin\",\"performer\":\"vn\",\"intention\":\"happy\","
                + "\"direction\":\"sound-to-video\",\"media\":\"violin.wav\",\"poster\":\"violin.png\",\"more\":1}]");
        Samples samples = new Samples(folder, new ObjectMapper());
        Samples.Sample sample = samples.find("violin").orElseThrow();
        assertThat(sample.begin()).isEqualTo("violin.png");
        assertThat(samples.given(sample, sample.media()).name()).isEqualTo("A violin.wav");
        assertThat(SampleView.of(sample).media()).isEqualTo("/api/samples/violin/media");
        assertThat(samples.find("other")).isEmpty();
    }

    @Test
    void mayNotNameFilesElsewhere() throws IOException {
        write(
                "[{\"id\":\"x\",\"title\":\"X\",\"direction\":\"video-to-sound\",\"media\":\"../secret\",\"poster\":\"p.png\"}]");
        assertThatThrownBy(() -> new Samples(folder, new ObjectMapper())).hasMessageContaining("samples.json");
    }

    private void write(String json) throws IOException {
        Files.writeString(folder.resolve("samples.json"), json);
    }
}
