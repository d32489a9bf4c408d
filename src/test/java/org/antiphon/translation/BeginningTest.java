package org.antiphon.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;
import org.antiphon.clip.SampleRate;
import org.antiphon.media.DecodeRequest;
import org.antiphon.media.DirectMediaReader;
import org.antiphon.media.MediaRejected;
import org.antiphon.model.ModelStore;
import org.antiphon.model.flowfield.FlowFieldModel;
import org.antiphon.model.flowfield.MotionGenerator;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.model.latent.LatentReader;
import org.junit.jupiter.api.Test;

class BeginningTest {

    private static final Path SAMPLES = Path.of("models", "samples");

    @Test
    void thePictureThatAPerformanceBeginsWithIsToldFromAnothersByHowThePlayerSits() throws Exception {
        Device device = new Device();
        try (ModelStore store = new ModelStore(Path.of("models"), device.manager())) {
            Encoders encoders = new Encoders(device, LatentReader.open(store));
            MotionGenerator generator = new MotionGenerator(FlowFieldModel.open(store), 0, 0);
            for (String own : new String[] {"cello-sad", "vibraphone-happy"}) {
                double begins = away(device, encoders, generator, own, own);
                double another = away(device, encoders, generator, own, "violin-tender");
                assertThat(begins).as(own).isLessThan(0.3).isLessThan(another);
            }
        } finally {
            device.close();
        }
    }

    private static double away(Device device, Encoders encoders, MotionGenerator generator, String sound, String prior)
            throws MediaRejected {
        DirectMediaReader reader = new DirectMediaReader();
        PerformanceTrack track = encoders.hear(
                reader.decode(SAMPLES.resolve(sound + ".m4a"), DecodeRequest.soundAt(SampleRate.MODEL))
                        .sound()
                        .orElseThrow(),
                Progress.NONE);
        Picture picture = reader.decode(SAMPLES.resolve(prior + ".png"), DecodeRequest.forDisplay(256))
                .frames()
                .orElseThrow()
                .pictures()
                .get(0);
        return generator.awayFromBeginning(
                device.manager(),
                LatentLayout.toChannels(track),
                track.steps(),
                encoders.pose(picture).points());
    }
}
