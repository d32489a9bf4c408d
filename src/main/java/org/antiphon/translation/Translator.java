package org.antiphon.translation;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Mel;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Timeline;
import org.antiphon.clip.Waveform;
import org.antiphon.feature.FeatureExtractor;
import org.antiphon.model.ModelStore;
import org.antiphon.model.flowfield.FlowFieldModel;
import org.antiphon.model.latent.LatentReader;
import org.antiphon.model.spectrogram.SpectrogramModel;
import org.antiphon.model.vocoder.Vocoder;
import org.antiphon.signal.GriffinLim;
import org.antiphon.signal.MelSpectrogram;

/**
 * Translates between sight and sound. Safe for use by several threads: they share the models and take turns on the
 * device window by window. One seed gives one result, bit for bit, on one machine with one number of threads.
 */
public final class Translator implements AutoCloseable {

    /** Steps of the samplers that give a good result in reasonable time. */
    public static final int DEFAULT_STEPS = SpectrogramModel.DEFAULT_STEPS;

    private final Device device;
    private final ModelStore store;
    private final TokenVoice voice;
    private final Encoders encoders;
    private final Player player;
    private final Mover mover;

    private Translator(Path folder) {
        device = new Device();
        store = new ModelStore(folder, device.manager());
        TokenVoice opened = null;
        try {
            opened = new TokenVoice(device, folder);
            voice = opened;
            encoders = new Encoders(device, LatentReader.open(store));
            player = new Player(device, SpectrogramModel.open(store), Vocoder.open(store), voice);
            mover = new Mover(device, encoders, FlowFieldModel.open(store));
        } catch (RuntimeException e) {
            if (opened != null) {
                opened.close();
            }
            store.close();
            device.close();
            throw e;
        }
    }

    /**
     * Loads one model of each family that translating needs, and codec and token model where there are any, from {@code <folder>/<family>/<name>}.
     *
     * @throws java.io.UncheckedIOException naming the file that is missing, broken or does not fit its checksum
     * @throws IllegalArgumentException naming weights that do not fit their config
     */
    public static Translator open(Path folder) {
        return new Translator(folder);
    }

    /** What computes, in words for people. */
    public String device() {
        return device.description();
    }

    /** The ways to sound that these models offer. */
    public Set<Synthesis> pipelines() {
        return voice.speaks() ? EnumSet.allOf(Synthesis.class) : EnumSet.of(Synthesis.SPECTROGRAM, Synthesis.HARMONIC);
    }

    /** One checksum over the weights of all models in use, in hexadecimal. */
    public String modelChecksum() {
        return modelChecksum(Synthesis.SPECTROGRAM);
    }

    /** The same of translations that go another way to sound: different for each way. */
    public String modelChecksum(Synthesis synthesis) {
        return switch (synthesis) {
            case SPECTROGRAM -> store.checksum();
            case TOKENS -> store.checksum("tokens", voice.checksum());
            case HARMONIC -> store.checksum("harmonic");
        };
    }

    public List<ModelSummary> models() {
        return Stream.concat(store.opened().stream(), voice.opened().stream())
                .map(model -> new ModelSummary(model.family(), model.name(), model.parameters(), model.card()))
                .toList();
    }

    /**
     * The sound of a silent performance.
     *
     * @param frames of any size and rate; 25 pictures a second are looked at
     * @param steps of the sampler; 0 for the expectation without anything random
     * @throws DeviceOutOfMemory if the device has no room for a window of the clip
     */
    public SoundTranslation videoToSound(Frames frames, Seed seed, int steps, Progress progress) {
        return videoToSound(frames, Synthesis.SPECTROGRAM, seed, steps, progress);
    }

    /**
     * The same by another way to sound.
     *
     * @throws IllegalStateException if the way is not among {@link #pipelines}
     */
    public SoundTranslation videoToSound(Frames frames, Synthesis synthesis, Seed seed, int steps, Progress progress) {
        PerformanceTrack track = encoders.see(frames, progress.part(0, 0.7));
        return player.play(track, synthesis, seed, steps, progress.part(0.7, 1));
    }

    /**
     * The performance of a sound by the performer of a picture.
     *
     * @param sound of any rate; the pictures cover it
     * @param prior any picture of a performer; the pictures have its size
     * @param steps of the sampler; 0 for the expected motion without anything random
     * @throws DeviceOutOfMemory if the device has no room for a window of the clip, also while pictures are made
     */
    public VideoTranslation soundToVideo(Waveform sound, Picture prior, Seed seed, int steps, Progress progress) {
        PerformanceTrack track = encoders.hear(sound, progress.part(0, 0.5));
        return mover.move(track, prior, seed, steps, progress.part(0.5, 1));
    }

    /** The pictures of a track, as it was read or as someone edited it. */
    public VideoTranslation videoFrom(PerformanceTrack track, Picture prior, Seed seed, int steps, Progress progress) {
        return mover.move(track, prior, seed, steps, progress);
    }

    /** The sound of a track, as it was read or as someone edited it. */
    public SoundTranslation soundFrom(PerformanceTrack track, Seed seed, int steps, Progress progress) {
        return soundFrom(track, Synthesis.SPECTROGRAM, seed, steps, progress);
    }

    /**
     * The same by another way to sound.
     *
     * @throws IllegalStateException if the way is not among {@link #pipelines}
     */
    public SoundTranslation soundFrom(
            PerformanceTrack track, Synthesis synthesis, Seed seed, int steps, Progress progress) {
        return player.play(track, synthesis, seed, steps, progress);
    }

    /** A spectrogram through the codec, as tokens and back: the ceiling of the way by tokens; empty without a codec. */
    public Optional<Mel> coded(Mel mel) {
        return voice.coded(mel);
    }

    /** A spectrogram played by the vocoder alone: the ceiling of all sound made here. */
    public Waveform play(Mel mel, Seed seed) {
        return player.play(mel, seed);
    }

    /** A spectrogram made sound without a trained vocoder, by {@code rounds} of fast Griffin–Lim: the baseline. */
    public static Waveform griffinLim(Mel mel, int rounds) {
        return new GriffinLim(MelSpectrogram.MODEL, rounds).sound(mel);
    }

    /** The spectrogram of a sound of any rate as the models hear it, covering the sound. */
    public static Mel spectrogram(Waveform sound) {
        return FeatureExtractor.hear(sound, Timeline.coveringSeconds(sound.seconds()));
    }

    /** How the pictures move, as the models see it: into each frame from the one before; the first is zero. */
    public static List<FlowField> motion(Frames frames) {
        return FeatureExtractor.see(frames, Progress.NONE).flow();
    }

    /** The prior moved by given flow to it, as {@link #soundToVideo} would: the ceiling of all pictures made here. */
    public List<Picture> show(Picture prior, List<FlowField> flow) {
        return mover.show(prior, flow);
    }

    /** The performance that the pictures show. */
    public PerformanceTrack see(Frames frames) {
        return encoders.see(frames, Progress.NONE);
    }

    /** The performance that the sound tells of, of any rate. */
    public PerformanceTrack hear(Waveform sound) {
        return encoders.hear(sound, Progress.NONE);
    }

    @Override
    public void close() {
        voice.close();
        store.close();
        device.close();
    }
}
