package org.antiphon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;
import org.antiphon.dataset.BoxPicture;
import org.antiphon.dataset.Corpus;
import org.antiphon.dataset.CorpusRequest;
import org.antiphon.dataset.PlayerBoxes;
import org.antiphon.dataset.Recording;
import org.antiphon.dataset.urmp.FoundBoxes;
import org.antiphon.dataset.urmp.UrmpCorpus;
import org.antiphon.media.DirectMediaReader;
import org.antiphon.media.MediaRejected;
import org.antiphon.media.MediaWriter;

/**
 * Where the players of each piece are, written down and drawn for people to check: known boxes as they are, others found.
 *
 * @param pieces how many have several players
 * @param doubts about boxes that were found, one sentence each
 */
record CorpusLook(int pieces, List<String> doubts) {

    private static final int LONGER_SIDE = 960;

    /** Writes boxes.json, index.html and pictures/. */
    static CorpusLook write(CorpusRequest request, Corpus corpus, Path output, Progress progress) throws IOException {
        PlayerBoxes known = UrmpCorpus.boxes(request);
        FoundBoxes found = FoundBoxes.of(corpus, known, progress);
        Files.createDirectories(output.resolve("pictures"));
        Map<String, String> captions = new LinkedHashMap<>();
        List<String> doubts = new ArrayList<>(found.doubts());
        for (Map.Entry<String, Recording> piece : FoundBoxes.pieces(corpus).entrySet()) {
            String name = piece.getKey();
            Optional<PlayerBoxes.Piece> boxes = found.boxes().of(name);
            if (boxes.isPresent()) {
                try {
                    draw(piece.getValue().video(), boxes.get(), output.resolve("pictures/" + name + ".png"));
                    captions.put(name, found.found().contains(name) ? "found by motion" : "as given");
                } catch (IOException e) {
                    doubts.add(name + ": " + e.getMessage());
                }
            }
        }
        found.boxes().write(output.resolve(PlayerBoxes.FILE));
        Files.writeString(output.resolve("index.html"), page(captions, doubts));
        return new CorpusLook(captions.size(), List.copyOf(doubts));
    }

    private static void draw(Path video, PlayerBoxes.Piece boxes, Path file) throws IOException {
        try {
            Picture picture = new DirectMediaReader().picture(video, LONGER_SIDE);
            MediaWriter.png(file, BoxPicture.of(picture, boxes));
        } catch (MediaRejected e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Names of pieces are letters, digits and underscores; doubts may hold anything and are escaped. */
    private static String page(Map<String, String> captions, List<String> doubts) {
        StringBuilder html = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>Players and their boxes</title>
                <style>
                body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 62rem; padding: 0 1rem }
                img { width: 100%; height: auto }
                figure { margin: 2rem 0 }
                </style>
                <h1>Players and their boxes</h1>
                <p>The box with one mark belongs to the first player of the score, the box with two marks to the second, and
                so on. Where that is not so, correct <code>boxes.json</code>.</p>
                """);
        if (!doubts.isEmpty()) {
            html.append("<h2>Look here first</h2>\n<ul>\n");
            doubts.forEach(doubt -> html.append("<li>").append(escaped(doubt)).append("</li>\n"));
            html.append("</ul>\n");
        }
        captions.forEach((name, how) -> {
            String[] parts = name.split("_", 3);
            String players = parts[2].replace("_", ", ");
            html.append("<figure><img src=\"pictures/")
                    .append(name)
                    .append(".png\" alt=\"")
                    .append(name)
                    .append(" with a box for each of ")
                    .append(players)
                    .append("\"><figcaption>")
                    .append(name)
                    .append(": ")
                    .append(players)
                    .append("; ")
                    .append(how)
                    .append("</figcaption></figure>\n");
        });
        return html.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
