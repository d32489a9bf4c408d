package org.antiphon.study.stimulus;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Waveform;
import org.antiphon.media.CodedSound;
import org.antiphon.media.MediaWriter;
import org.antiphon.media.Padding;
import org.antiphon.study.design.document.Id;

/**
 * Writes sounds with pictures, each in as many takes as are asked for. All coded frames of sound are filled to one length:
 * the files then differ in nothing but these frames, where the pictures are the same, so that neither an index nor the
 * place of a byte tells how much there is to be heard. Pictures are encoded once.
 */
final class FilmMaker {

    private final Cut cut;
    private final Path folder;

    /** @param folder where the files go */
    FilmMaker(Cut cut, Path folder) {
        this.cut = cut;
        this.folder = folder;
    }

    /** A file with pictures, in which sounds can be exchanged. */
    private record Film(Path file, CodedSound sound) {}

    /**
     * @param sounds by condition, all equally long
     * @param pictures by condition
     * @param takes how many of each condition
     * @param files empty; where to note the file of each condition
     * @return the bytes that a take has
     */
    long make(Map<Id, Waveform> sounds, Map<Id, Frames> pictures, ToIntFunction<Id> takes, Map<Id, Path> files)
            throws IOException {
        Map<Id, List<CodedSound>> coded = coded(sounds, takes);
        IdentityHashMap<Frames, Film> films = new IdentityHashMap<>();
        for (Map.Entry<Id, List<CodedSound>> entry : coded.entrySet()) {
            Frames shown = pictures.get(entry.getKey());
            if (!films.containsKey(shown)) {
                Film film = new Film(
                        folder.resolve("film " + films.size()), entry.getValue().get(0));
                MediaWriter.mp4(film.file(), cut.of(shown), Cut.PICTURES, sounds.get(entry.getKey()), film.sound());
                films.put(shown, film);
            }
        }
        long bytes = Padding.mp4(films.values().stream().map(Film::file).toList());
        for (Map.Entry<Id, List<CodedSound>> entry : coded.entrySet()) {
            Path file = folder.resolve(entry.getKey() + ".mp4");
            write(file, films.get(pictures.get(entry.getKey())), entry.getValue());
            files.put(entry.getKey(), file);
        }
        return bytes;
    }

    private static Map<Id, List<CodedSound>> coded(Map<Id, Waveform> sounds, ToIntFunction<Id> takes)
            throws IOException {
        Map<Id, List<CodedSound>> coded = new LinkedHashMap<>();
        int longest = 0;
        for (Map.Entry<Id, Waveform> entry : sounds.entrySet()) {
            List<CodedSound> each = new ArrayList<>();
            for (int take = 0; take < takes.applyAsInt(entry.getKey()); take++) {
                each.add(CodedSound.aac(Breath.on(entry.getValue(), name(entry.getKey(), take))));
                longest = Math.max(longest, each.get(take).longest());
            }
            coded.put(entry.getKey(), each);
        }
        for (Map.Entry<Id, List<CodedSound>> entry : coded.entrySet()) {
            List<CodedSound> each = entry.getValue();
            for (int take = 0; take < each.size(); take++) {
                String name = "filling of " + name(entry.getKey(), take);
                each.set(take, each.get(take).filled(longest, Breath.random(sounds.get(entry.getKey()), name)));
            }
        }
        return coded;
    }

    private static String name(Id condition, int take) {
        return condition + ", take " + take;
    }

    /** The first take as it is, each other one in a box that players skip. */
    private static void write(Path file, Film film, List<CodedSound> takes) throws IOException {
        byte[] there = Files.readAllBytes(film.file());
        byte[] box = ByteBuffer.allocate(8)
                .putInt(there.length + 8)
                .put("free".getBytes(StandardCharsets.US_ASCII))
                .array();
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int take = 0; take < takes.size(); take++) {
                out.write(box, 0, take == 0 ? 0 : box.length);
                out.write(film.sound().exchanged(there, takes.get(take)));
            }
        }
    }
}
