package org.antiphon.dataset.etude;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.antiphon.clip.Waveform;
import org.antiphon.media.MediaWriter;

/** Writes the folder of one recording under another name first and renames it when everything is there. */
final class RecordingWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordingWriter() {}

    static void write(Etude etude, Path dataset, String directory, boolean film) throws IOException {
        Path partial = dataset.resolve("." + directory + ".partial");
        delete(partial);
        Files.createDirectories(partial);
        Performance performance = etude.performance();
        Waveform sound = EtudeSynthesizer.play(performance);
        int end = directory.lastIndexOf('_');
        String track = "_1_" + etude.performer().code() + "_" + directory.substring(0, end);
        text(partial.resolve("Notes" + track + ".txt"), EtudeAnnotation.notes(performance));
        text(partial.resolve("F0s" + track + ".txt"), EtudeAnnotation.f0(performance));
        Files.write(partial.resolve("Sco_" + directory + ".mid"), MidiScore.of(performance, etude.composition()));
        MediaWriter.wav(partial.resolve("AuSep" + track + ".wav"), sound);
        Files.copy(partial.resolve("AuSep" + track + ".wav"), partial.resolve("AuMix_" + directory + ".wav"));
        Film reel = new Film(partial, directory, track, performance);
        reel.annotate();
        ObjectNode card = card(etude, directory, performance);
        if (film) {
            card.put("pixels", reel.shoot(sound));
        }
        ObjectNode sums = card.putObject("sha256");
        try (Stream<Path> files = Files.list(partial)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith(".mp4")) {
                    sums.put(name, new Checksum().add(Files.readAllBytes(file)).hex());
                }
            }
        }
        text(partial.resolve("Card_" + directory + ".json"), JSON.writeValueAsString(card) + "\n");
        Files.move(partial, dataset.resolve(directory), StandardCopyOption.ATOMIC_MOVE);
    }

    private static ObjectNode card(Etude etude, String directory, Performance performance) {
        ObjectNode card = JSON.createObjectNode();
        card.put("dir", directory);
        card.put("seed", etude.seed().value());
        card.put("composition", etude.composition());
        card.put("performer", etude.performer().code());
        card.put("intention", etude.intention().name().toLowerCase(Locale.ROOT));
        card.put("tempo", Math.round(performance.tempo() * 100) / 100.0);
        card.put("split", etude.split().label());
        card.put("seconds", performance.seconds());
        card.put("notes", performance.notes().size());
        return card;
    }

    private static void text(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
