package org.antiphon.generation;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Hop;
import org.antiphon.clip.Mel;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Timeline;
import org.antiphon.clip.Waveform;

/** Models that make a tone of 440 Hz and hold the picture; certain seeds make them slow or fail. */
@Alternative
@Priority(1)
@ApplicationScoped
class FakeModels implements Translating {

    /** Takes half a minute. */
    static final long SLOW = 777_001;

    /** Always throws. */
    static final long BROKEN = 777_002;

    /** Throws at the first attempt only. */
    static final long MOODY = 777_003;

    /** Says that a GPU is full. */
    static final long FULL = 777_004;

    private final AtomicInteger moods = new AtomicInteger();

    @Override
    public Heard videoToSound(Frames frames, Seed seed, int steps, Progress progress) {
        behave(seed, progress, "watching the player");
        Timeline timeline = new Timeline(frames.count());
        return new Heard(tone(timeline.samples()), track(timeline), 0.75);
    }

    @Override
    public Shown soundToVideo(Waveform sound, Picture prior, Seed seed, int steps, Progress progress) {
        behave(seed, progress, "imagining the player");
        Timeline timeline = Timeline.covering(sound.length());
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < timeline.videoFrames(); i++) {
            pictures.add(prior);
        }
        List<FlowField> flow = List.of(FlowField.zero(4, 3), FlowField.zero(4, 3));
        return new Shown(pictures, FrameRate.MODEL, pictures.size(), flow, track(timeline), 0.5);
    }

    private void behave(Seed seed, Progress progress, String stage) {
        progress.at(stage, 0);
        if (seed.value() == BROKEN || seed.value() == MOODY && moods.getAndIncrement() == 0) {
            throw new IllegalStateException("the fake was told to fail");
        }
        if (seed.value() == FULL) {
            throw new IllegalStateException("CUDA out of memory. Tried to allocate 2.00 GiB");
        }
        for (int i = 0; seed.value() == SLOW && i < 300; i++) {
            LockSupport.parkNanos(100_000_000);
            progress.at(stage, i / 300.0);
        }
        progress.at(stage, 1);
    }

    @Override
    public PerformanceTrack hear(Waveform sound) {
        return track(Timeline.covering(sound.length()));
    }

    @Override
    public Optional<Mel> spectrogram(Waveform sound) {
        int frames = Timeline.covering(sound.length()).melFrames();
        return Optional.of(new Mel(new float[frames * 100], frames, 100, Hop.MODEL, SampleRate.MODEL));
    }

    @Override
    public List<FlowField> motion(Frames frames) {
        return List.of();
    }

    @Override
    public Waveform vocoded(Waveform sound) {
        return sound;
    }

    @Override
    public void warmUp() {
        moods.set(0);
    }

    @Override
    public Readiness readiness() {
        return Readiness.HERE;
    }

    @Override
    public Optional<String> device() {
        return Optional.of("fake");
    }

    @Override
    public String checksum() {
        return "0".repeat(64);
    }

    @Override
    public List<Model> models() {
        return Stream.of("latent", "spectrogram", "vocoder")
                .map(family -> new Model(family, "etude", OptionalLong.of(1000)))
                .toList();
    }

    private static Waveform tone(int samples) {
        float[] tone = new float[samples];
        for (int i = 0; i < samples; i++) {
            tone[i] = (float) (0.3 * Math.sin(2 * Math.PI * 440 * i / 24_000));
        }
        return new Waveform(tone, SampleRate.MODEL);
    }

    /** One A4 from the fifth step to the fifteenth. */
    static PerformanceTrack track(Timeline timeline) {
        int steps = timeline.latentSteps();
        float[] pitch = new float[steps * PerformanceTrack.SEMITONES];
        for (int t = 5; t < Math.min(15, steps); t++) {
            pitch[t * PerformanceTrack.SEMITONES + 69 - PerformanceTrack.LOWEST_NOTE] = 1;
        }
        float[] loudness = new float[steps];
        Arrays.fill(loudness, -20);
        return new PerformanceTrack(
                steps,
                new float[steps],
                new float[steps],
                new float[steps * PerformanceTrack.SEMITONES],
                pitch,
                new float[steps],
                loudness,
                new float[steps],
                new float[steps],
                0,
                new float[0],
                new float[steps]);
    }
}
