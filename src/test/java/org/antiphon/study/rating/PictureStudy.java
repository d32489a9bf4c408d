package org.antiphon.study.rating;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.media.CodedSound;
import org.antiphon.media.MediaWriter;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.Takes;

/** A short study of what needs pictures: which sound belongs to them, with a bar that moves in place of a player. */
final class PictureStudy {

    private static final int SIDE = 160;
    private static final int PICTURES = 25;

    /** Bytes of every file; what is too short is filled up by a box that means nothing. */
    private static final int SIZE = 80_000;

    /** As many as the study asks for of any stimulus. */
    private static final int TAKES = 3;

    /** Bytes of every coded frame of sound. */
    private static final int FRAME = 768;

    private static final Map<Stimulus, byte[]> MADE = new ConcurrentHashMap<>();

    private static final String YAML = """
            format: 1
            id: pictures
            languages: [en]
            title: A study to look at
            presentation: {medium: video, longest: 2}
            conditions:
              - {id: performed, kind: ground-truth}
              - {id: exchanged, kind: shuffled, of: performed, seed: 3}
            items:
              - id: etude-one
                source: {kind: etude, seed: 1, number: 1}
                captions: |
                  WEBVTT

                  00:00.000 --> 00:00.500
                  First a <i>low</i> word,

                  00:00.500 --> 00:10.000
                  then a high one.
              - {id: etude-two, source: {kind: etude, seed: 1, number: 2}, captions: Nothing but humming.}
            scales:
              - {id: semantic, kind: continuous, attribute: semantic-coherence, question: Do they belong together?, low: "no", high: "yes"}
            tasks:
              - id: belonging
                paradigm: {kind: match, question: In which of the two do sound and picture belong together?, ties: true}
                items: [etude-one]
                training: {items: [etude-two], trials: 1}
                assignment: {kind: everything, seed: 1}
              - id: coherence
                paradigm: {kind: rating, scales: [semantic]}
                items: [etude-one, etude-two]
                assignment: {kind: latin-square, seed: 2}
            checks:
              - {id: works, kind: browser}
              - {id: loud, kind: level}
              - {id: heard, kind: listening, task: coherence, share: 0.8}
            consent: {text: You see a bar that moves.}
            flow:
              - kind: consent
              - {kind: check, check: works}
              - {kind: check, check: loud}
              - {kind: training, task: belonging}
              - {kind: trials, task: belonging}
              - {kind: trials, task: coherence}
            exclusions:
              - {id: broken, kind: failed-check, check: works, then: flag}
              - {id: deaf, kind: failed-check, check: heard, then: flag}
            recruitment:
              target: 10
              ways: [{kind: open-link}]
            """;

    private PictureStudy() {}

    static String named(String slug) {
        return YAML.replaceFirst("(?m)^id: pictures$", "id: " + slug);
    }

    /** One second of a moving bar, with a tone of its own for each stimulus; pictures are those of the item. */
    static Publishing.Clip clip(Stimulus stimulus) {
        return new Publishing.Clip(MADE.computeIfAbsent(stimulus, PictureStudy::made), "video/mp4", SIZE);
    }

    /** The same with one take, and with an index that tells how much there is to be heard. */
    static Publishing.Clip careless(Stimulus stimulus) {
        return new Publishing.Clip(take(stimulus, pictures(), tone(stimulus, 0), Optional.empty()), "video/mp4");
    }

    private static byte[] made(Stimulus stimulus) {
        byte[] takes = new byte[(int) Takes.offset(SIZE, TAKES) - 8];
        for (int take = 0; take < TAKES; take++) {
            Waveform tone = tone(stimulus, take);
            int at = (int) Takes.offset(SIZE, take);
            System.arraycopy(
                    take(stimulus, pictures(), tone, Optional.of(new SplittableRandom(take))), 0, takes, at, SIZE);
            if (take > 0) {
                ByteBuffer.wrap(takes, at - 8, 8).putInt(SIZE + 8).put("free".getBytes(StandardCharsets.US_ASCII));
            }
        }
        return takes;
    }

    private static List<Picture> pictures() {
        List<Picture> pictures = new ArrayList<>();
        for (int p = 0; p < PICTURES; p++) {
            byte[] rgb = new byte[SIDE * SIDE * 3];
            int left = p * (SIDE - 20) / PICTURES;
            for (int i = 0; i < rgb.length; i++) {
                int column = i / 3 % SIDE;
                rgb[i] = (byte) (column >= left && column < left + 20 ? 220 : 30);
            }
            pictures.add(new Picture(SIDE, SIDE, rgb));
        }
        return pictures;
    }

    private static Waveform tone(Stimulus stimulus, int take) {
        SplittableRandom noise = new SplittableRandom(take);
        float[] tone = new float[SampleRate.STUDIO.hertz()];
        double hertz = 300 + Math.floorMod(stimulus.toString().hashCode(), 300);
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float) (0.2 * Math.sin(2 * Math.PI * hertz * i / tone.length) + 1e-4 * noise.nextDouble());
        }
        return new Waveform(tone, SampleRate.STUDIO);
    }

    private static byte[] take(
            Stimulus stimulus, List<Picture> pictures, Waveform tone, Optional<SplittableRandom> noise) {
        try {
            Path file = Files.createTempFile("picture-study", ".mp4");
            if (noise.isPresent()) {
                CodedSound coded = CodedSound.aac(tone).filled(FRAME, noise.get());
                MediaWriter.mp4(file, pictures, FrameRate.MODEL, tone, coded);
            } else {
                MediaWriter.mp4(file, pictures, FrameRate.MODEL, Optional.of(tone));
            }
            byte[] bytes = Publishing.padded(Files.readAllBytes(file), SIZE);
            Files.delete(file);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + stimulus, e);
        }
    }
}
