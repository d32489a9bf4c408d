package org.antiphon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Progress;
import org.antiphon.clip.SampleRate;
import org.antiphon.media.DecodeRequest;
import org.antiphon.media.IsolatedMediaReader;
import org.antiphon.media.MediaInfo;
import org.antiphon.media.MediaLimits;
import org.antiphon.media.MediaRejected;
import org.antiphon.translation.VisualFeatures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes what a published ViViT sees in a video. */
@Command(
        name = "features",
        description = {
            "Writes what a published ViViT sees in a video: one vector for each slot of two pictures, with its time.",
            "The video is read at 25 pictures a second in windows of 32, so there are 12.5 slots a second at stride 1."
        },
        footer = {
            "",
            "The output holds \"features\" (slots, channels), the mean of a slot's tokens without the class token, \"times\"",
            "(slots), the middle of each slot in seconds, and in its metadata the checkpoint's checksum and all choices.",
            "",
            "Example: java -jar target/quarkus-app/quarkus-run.jar features --model vivit:vivit-b-16x2-kinetics400 \\",
            "           --input violin.mp4 --output violin.safetensors"
        })
final class FeaturesCommand extends OfflineCommand {

    private static final String KIND = "vivit:";

    /** One's own files on one's own machine: as long as a day, decoded no faster than the network sees. */
    private static final MediaLimits LIMITS =
            new MediaLimits(1L << 40, 64_000_000, Duration.ofHours(24), 32, Duration.ofDays(30));

    /** How pictures become numbers. */
    enum Pixels {
        CHECKPOINT,
        SCENIC
    }

    /** What products are computed in. */
    enum Precision {
        FLOAT32,
        BFLOAT16
    }

    @Option(
            names = "--model",
            required = true,
            paramLabel = "[vivit:]DIR",
            description =
                    "Checkpoint: a folder with config.json and model.safetensors; \"vivit\" alone stands for models/vivit.")
    private String model;

    @Option(names = "--input", required = true, paramLabel = "VIDEO", description = "Video to look at.")
    private Path input;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "Where to, in safetensors.")
    private Path output;

    @Option(
            names = "--stride",
            paramLabel = "N",
            description = "Look at every Nth picture: 1 where onsets matter; ViViT was trained with 2 or more"
                    + " (default: ${DEFAULT-VALUE}).")
    private int stride = 1;

    @Option(
            names = "--pixels",
            paramLabel = "RULE",
            description = "checkpoint: as its preprocessor_config.json says; scenic: as in the original training,"
                    + " [-1, 1] (default: ${DEFAULT-VALUE}).")
    private Pixels pixels = Pixels.CHECKPOINT;

    @Option(
            names = "--precision",
            paramLabel = "TYPE",
            description = "float32, or bfloat16: faster where the processor has units for it, off by about 2 in 100"
                    + " (default: ${DEFAULT-VALUE}).")
    private Precision precision = Precision.FLOAT32;

    @Override
    protected Answer run(Progress progress) throws Exception {
        if (stride < 1 || stride > 1000) {
            throw wrongUsage("--stride must be 1 to 1000, was " + stride);
        }
        Path checkpoint = model.equals("vivit")
                ? Path.of("models", "vivit")
                : Path.of(model.startsWith(KIND) ? model.substring(KIND.length()) : model);
        if (!Files.isDirectory(checkpoint)) {
            throw wrongUsage("--model " + model + ": " + checkpoint
                    + " is not a folder; give one with config.json and model.safetensors");
        }
        try (IsolatedMediaReader media = new IsolatedMediaReader(LIMITS, 1)) {
            progress.at("looking at " + input.getFileName(), 0);
            MediaInfo info = media.probe(input);
            if (info.video().isEmpty()) {
                throw wrongUsage("--input " + input + " holds no pictures; give a video");
            }
            progress.at("loading the checkpoint", 0);
            try (VisualFeatures features =
                    VisualFeatures.open(checkpoint, pixels == Pixels.SCENIC, precision == Precision.BFLOAT16)) {
                return write(media, info, features, progress);
            }
        }
    }

    private Answer write(IsolatedMediaReader media, MediaInfo info, VisualFeatures features, Progress progress)
            throws IOException, MediaRejected {
        DecodeRequest request = new DecodeRequest(Optional.empty(), FrameRate.MODEL, SampleRate.MODEL, true, false);
        double expected = Math.max(1, info.seconds() * FrameRate.MODEL.perSecond());
        long[] seen = {0};
        long slots;
        double slotSeconds;
        try (VisualFeatures.Recording recording = features.record(output, FrameRate.MODEL, stride)) {
            media.pictures(input, request, picture -> {
                recording.add(picture);
                progress.at("looking at the pictures", Math.min(0.99, ++seen[0] / expected));
            });
            slots = recording.finish();
            slotSeconds = recording.slotSeconds();
        }
        progress.at("done", 1);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("input", input);
        facts.put("output", output);
        facts.put("pictures", seen[0]);
        facts.put("slots", slots);
        facts.put("slotSeconds", slotSeconds);
        facts.put("model", features.checksum());
        facts.put("pixelRange", features.range());
        facts.put("device", features.device());
        return new Answer(
                String.format(
                        Locale.ROOT,
                        "%s: %d slots of %.3f s, pixels %s, by the checkpoint %s",
                        output,
                        slots,
                        slotSeconds,
                        features.range(),
                        features.checksum().substring(0, 12)),
                facts);
    }
}
