package org.antiphon.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.antiphon.clip.Direction;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.media.IsolatedMediaReader;
import org.antiphon.media.MediaInfo;
import org.antiphon.media.MediaLimits;
import org.antiphon.media.MediaReader;
import org.antiphon.media.MediaRejected;
import org.antiphon.translation.Synthesis;
import org.antiphon.translation.Translator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Translates one file: a video into its sound, or a sound and a picture into the video. */
@Command(
        name = "translate",
        description = {
            "Translates a video into its sound, or a sound and a picture of the player into the video.",
            "Which way follows from the files: with --prior it is the input's sound that is translated."
        },
        footer = {
            "",
            "Examples: java -jar target/quarkus-app/quarkus-run.jar translate --input violin.mp4 --output violin.wav",
            "          java -jar target/quarkus-app/quarkus-run.jar translate --input violin.wav --prior me.png --output me.mp4"
        })
final class TranslateCommand extends OfflineCommand {

    /** Memory bounds the length: ten minutes of what the models see take half a gigabyte. */
    private static final MediaLimits LIMITS =
            new MediaLimits(4L << 30, 64_000_000, Duration.ofMinutes(10), 32, Duration.ofMinutes(5));

    private static final Set<String> STILL = Set.of("jpeg", "png", "webp");

    /** Below this the input is unlike what the models know. */
    private static final double TRUSTED = 0.5;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "Video or sound to translate.")
    private Path input;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "Where to: .wav, .flac, or .mp4 (the video with its translated sound).")
    private Path output;

    @Option(names = "--prior", paramLabel = "IMAGE", description = "Picture (or video) of who plays, for a sound.")
    private Path prior;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same result (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description =
                    "Steps of the sampler: fewer are faster, 0 draws nothing at random (default: ${DEFAULT-VALUE}).")
    private int steps = Translator.DEFAULT_STEPS;

    @Option(
            names = "--synthesis",
            paramLabel = "WAY",
            description = "How a sound is made: spectrogram, tokens or harmonic (default: ${DEFAULT-VALUE}).")
    private String synthesis = Synthesis.SPECTROGRAM.label();

    @Option(names = "--track", paramLabel = "OUT.json", description = "Also write the performance track.")
    private Path track;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            defaultValue = "${env:ANTIPHON_MODELS_FOLDER:-models}",
            description = "Folder of the models (default: ${DEFAULT-VALUE}).")
    private Path models;

    @Override
    protected Answer run(Progress progress) throws Exception {
        if (steps < 0 || steps > 1000) {
            throw wrongUsage("--steps must be 0 to 1000, was " + steps);
        }
        Synthesis way = way();
        progress.at("looking at " + input.getFileName(), 0);
        try (IsolatedMediaReader reader = new IsolatedMediaReader(LIMITS, 1)) {
            Direction direction = direction(reader);
            progress.at("loading the models", 0.02);
            try (Translator translator = Translator.open(models)) {
                if (!translator.pipelines().contains(way)) {
                    throw wrongUsage("--synthesis " + way.label() + " needs a codec and a token model in " + models);
                }
                TranslateFiles files =
                        new TranslateFiles(reader, Translations.of(translator, way), new Seed(seed), steps);
                TranslateFiles.Done done = direction == Direction.VIDEO_TO_SOUND
                        ? files.soundOf(input, output, progress.part(0.05, 1))
                        : files.videoOf(input, prior, output, progress.part(0.05, 1));
                if (track != null) {
                    TranslateFiles.track(track, done.track());
                }
                return answer(direction, way, done, translator);
            }
        }
    }

    private Synthesis way() {
        try {
            return Synthesis.ofLabel(synthesis);
        } catch (IllegalArgumentException e) {
            throw wrongUsage("--synthesis " + e.getMessage());
        }
    }

    private Direction direction(MediaReader reader) throws MediaRejected {
        MediaInfo info = reader.probe(input);
        boolean still = STILL.contains(info.container());
        if (prior != null) {
            if (info.audio().isEmpty()) {
                throw wrongUsage("--input " + input + " has no sound to make a video of; leave --prior out to translate"
                        + " its pictures");
            }
            require(Set.of("mp4"), "a sound becomes a video");
            return Direction.SOUND_TO_VIDEO;
        }
        if (still) {
            throw wrongUsage("--input " + input + " is a still picture; give a video, or a sound with this as --prior");
        }
        if (info.video().isEmpty()) {
            throw wrongUsage("--input " + input + " holds only sound; add --prior IMAGE, a picture of who plays");
        }
        require(Set.of("wav", "flac", "mp4"), "a video becomes a sound");
        return Direction.VIDEO_TO_SOUND;
    }

    private void require(Set<String> endings, String because) {
        if (!endings.contains(TranslateFiles.ending(output))) {
            throw wrongUsage(because + ", so --output must end in ."
                    + String.join(", .", endings.stream().sorted().toList()) + ", was " + output);
        }
        if (output.toAbsolutePath().normalize().equals(input.toAbsolutePath().normalize())) {
            throw wrongUsage("--output must be another file than --input, both are " + input);
        }
    }

    private Answer answer(Direction direction, Synthesis way, TranslateFiles.Done done, Translator translator) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("direction", direction.label());
        facts.put("input", input);
        facts.put("output", output);
        facts.put("seconds", done.seconds());
        facts.put("confidence", done.confidence());
        facts.put("seed", seed);
        facts.put("steps", steps);
        if (direction == Direction.VIDEO_TO_SOUND) {
            facts.put("synthesis", way.label());
        }
        facts.put("model", translator.modelChecksum(way));
        facts.put("device", translator.device());
        if (track != null) {
            facts.put("track", track);
        }
        String text =
                String.format(Locale.ROOT, "%s: %.2f s, confidence %.2f", output, done.seconds(), done.confidence());
        if (done.confidence() < TRUSTED) {
            text += System.lineSeparator()
                    + "The input is unlike what the models were trained on: do not take the result at its word.";
        }
        return new Answer(text, facts);
    }
}
