package org.antiphon.cli.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.antiphon.clip.Mel;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.dataset.Corpora;
import org.antiphon.dataset.Corpus;
import org.antiphon.dataset.Recording;
import org.antiphon.dataset.Split;
import org.antiphon.media.DirectMediaReader;
import org.antiphon.media.MediaWriter;
import org.antiphon.translation.SoundTranslation;
import org.antiphon.translation.Translator;

/** Translates every recording of a split both ways, beside everything a translation must be compared with. */
public final class Evaluation {

    private static final int LOOKS = 4;
    private static final int FRAMES_SHOWN = 8;
    private static final int TRAINING_RECORDINGS = 120;

    private final Settings settings;
    private final Translator translator;
    private final LongSupplier nanos;
    private final DirectMediaReader reader = new DirectMediaReader();
    private final ResultTable sound = new ResultTable();
    private final ResultTable video = new ResultTable();
    private final Map<String, ResultTable> byInstrument = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> looks = new LinkedHashMap<>();

    private Evaluation(Settings settings, Translator translator, LongSupplier nanos) {
        this.settings = settings;
        this.translator = translator;
        this.nanos = nanos;
    }

    /**
     * What to evaluate.
     *
     * @param data corpus folder
     * @param output report folder
     * @param limit most recordings to use, 0 for all
     * @param steps of the samplers
     * @param pictures whether sound is translated into pictures too
     */
    public record Settings(
            Path data, Split split, Path models, Path output, int limit, Seed seed, int steps, boolean pictures) {}

    /**
     * Runs the evaluation and writes the report.
     *
     * @param nanos a monotonic clock
     * @return the findings for machines
     * @throws IOException naming the file that cannot be read or written
     */
    public static Map<String, Object> run(Settings settings, Progress progress, LongSupplier nanos) throws IOException {
        try (Translator translator = Translator.open(settings.models())) {
            Findings findings = new Evaluation(settings, translator, nanos).run(progress);
            Report.write(settings.output(), findings);
            return findings.facts();
        }
    }

    private Findings run(Progress progress) throws IOException {
        Corpus corpus = Corpora.open(settings.data());
        List<Recording> chosen = chosen(corpus);
        List<Mel> training = training(corpus, progress.part(0, 0.1));
        Files.createDirectories(settings.output().resolve("pictures"));
        SoundTrial trial = new SoundTrial(translator, settings.seed(), settings.steps(), nanos);
        VideoTrial moving = new VideoTrial(translator, settings.seed(), settings.steps());
        TrainingNeighbours neighbours = new TrainingNeighbours(training);
        float[] mean = SoundTrial.meanFrame(training);
        ResultTable nearest = new ResultTable();
        Retrieval retrieval = new Retrieval();
        Subject next = Subject.read(reader, chosen.get(0));
        SoundTranslation nextMade = trial.translate(next);
        double confidence = 0;
        for (int i = 0; i < chosen.size(); i++) {
            progress.at("translating " + chosen.get(i).id(), 0.1 + 0.8 * i / chosen.size());
            Subject subject = next;
            SoundTranslation made = nextMade;
            next = Subject.read(reader, chosen.get((i + 1) % chosen.size()));
            nextMade = trial.translate(next);
            ResultTable own = byInstrument.computeIfAbsent(subject.recording().instrument(), code -> new ResultTable());
            Map<String, Mel> mels = trial.score(List.of(sound, own), subject, made, nextMade, mean);
            Map<String, List<Picture>> pictures =
                    settings.pictures() ? moving.score(video, sound, subject, next) : Map.of();
            retrieval.add(made.track(), translator.hear(subject.sound()));
            Mel truth = mels.get(SoundTrial.TRUTH);
            nearest.add("ours to the nearest training window", "dB", neighbours.distance(made.mel()));
            nearest.add("truth to the nearest training window", "dB", neighbours.distance(truth));
            nearest.add("ours to the truth", "dB", new TrainingNeighbours(List.of(truth)).distance(made.mel()));
            confidence += made.confidence() / chosen.size();
            if (i < LOOKS) {
                look(subject, mels, pictures);
            }
        }
        hide(retrieval, filmed(corpus).subList(chosen.size(), filmed(corpus).size()), progress.part(0.9, 1));
        return findings(chosen.size(), trial.effort(), retrieval, nearest, confidence);
    }

    /** Hides what is to be found among windows of further recordings, which are only seen and heard. */
    private void hide(Retrieval retrieval, List<Recording> others, Progress progress) throws IOException {
        for (Recording recording : others) {
            if (retrieval.full()) {
                return;
            }
            progress.at("seeing and hearing " + recording.id(), retrieval.share());
            Subject subject = Subject.read(reader, recording);
            retrieval.add(translator.see(subject.frames()), translator.hear(subject.sound()));
        }
    }

    private List<Recording> filmed(Corpus corpus) {
        return corpus.recordings().stream()
                .filter(recording -> recording.split() == settings.split() && recording.filmed())
                .toList();
    }

    private List<Recording> chosen(Corpus corpus) throws IOException {
        List<Recording> all = filmed(corpus);
        if (all.size() < 2) {
            throw new IOException(settings.data() + " has " + all.size() + " recordings with video in its "
                    + settings.split().label() + " split; an evaluation compares at least two");
        }
        return settings.limit() == 0 ? all : all.subList(0, Math.min(all.size(), Math.max(2, settings.limit())));
    }

    private List<Mel> training(Corpus corpus, Progress progress) throws IOException {
        List<Recording> all = corpus.recordings().stream()
                .filter(recording -> recording.split() == Split.TRAIN)
                .limit(TRAINING_RECORDINGS)
                .toList();
        List<Mel> mels = new ArrayList<>();
        for (Recording recording : all) {
            progress.at("listening to the training set", (double) mels.size() / all.size());
            mels.add(Translator.spectrogram(Subject.sound(reader, recording)));
        }
        return mels.isEmpty()
                ? List.of(Translator.spectrogram(
                        Subject.sound(reader, corpus.recordings().get(0))))
                : mels;
    }

    private void look(Subject subject, Map<String, Mel> mels, Map<String, List<Picture>> pictures) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        String base = "pictures/" + subject.recording().id().replaceAll("[^A-Za-z0-9_-]", "_");
        for (Map.Entry<String, Mel> entry : mels.entrySet()) {
            String file = base + "-sound-" + files.size() + ".png";
            MediaWriter.png(settings.output().resolve(file), Looks.spectrogram(entry.getValue()));
            files.put("spectrogram: " + entry.getKey(), file);
        }
        for (Map.Entry<String, List<Picture>> entry : pictures.entrySet()) {
            String file = base + "-video-" + files.size() + ".png";
            MediaWriter.png(settings.output().resolve(file), Looks.strip(entry.getValue(), FRAMES_SHOWN));
            files.put("pictures: " + entry.getKey(), file);
        }
        looks.put(subject.recording().id(), files);
    }

    private Findings findings(
            int recordings, double effort, Retrieval retrieval, ResultTable nearest, double confidence) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("corpus", settings.data().toString());
        about.put("split", settings.split().label() + ", " + recordings + " recordings");
        about.put("seed", Long.toString(settings.seed().value()));
        about.put("steps", Integer.toString(settings.steps()));
        about.put("device", translator.device());
        about.put("checksum of the models", translator.modelChecksum());
        about.put("retrieval among", retrieval.size() + " windows of 2.56 s");
        boolean found = retrieval.size() > 1;
        OptionalDouble bySight = found ? OptionalDouble.of(retrieval.soundForVideo()) : OptionalDouble.empty();
        OptionalDouble byEar = found ? OptionalDouble.of(retrieval.videoForSound()) : OptionalDouble.empty();
        for (String row : sound.rows()) {
            sound.share(row, SoundTrial.TRUTH, SoundScores.ONSETS)
                    .ifPresent(share -> sound.add(row, "onset share", share));
            sound.share(row, SoundTrial.TRUTH, SoundScores.NOTES)
                    .ifPresent(share -> sound.add(row, "note share", share));
        }
        Map<String, Double> distances = new LinkedHashMap<>();
        nearest.rows().forEach(row -> distances.put(row, nearest.mean(row, "dB").orElse(Double.NaN)));
        return new Findings(
                about,
                translator.models(),
                Goal.of(sound, video, bySight, byEar, effort),
                sound,
                Pipelines.compared(sound),
                byInstrument,
                video,
                distances,
                confidence,
                looks);
    }

    /** The goals in words, one a line. */
    public static String summary(Map<String, Object> facts) {
        StringBuilder text = new StringBuilder();
        for (Object goal : (List<?>) facts.get("goals")) {
            Map<?, ?> fact = (Map<?, ?>) goal;
            text.append(String.format(
                    Locale.ROOT,
                    "%-8s %s: %s%n",
                    fact.get("measured") == null
                            ? "unknown"
                            : Boolean.TRUE.equals(fact.get("reached")) ? "reached" : "missed",
                    fact.get("name"),
                    fact.get("measured") instanceof Double value
                            ? String.format(Locale.ROOT, "%.3f", value)
                            : "not measured"));
        }
        return text.toString().stripTrailing();
    }
}
