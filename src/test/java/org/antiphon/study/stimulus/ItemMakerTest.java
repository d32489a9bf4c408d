package org.antiphon.study.stimulus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.antiphon.clip.Clip;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Waveform;
import org.antiphon.media.DecodeRequest;
import org.antiphon.media.DirectMediaReader;
import org.antiphon.media.Padding;
import org.antiphon.signal.Loudness;
import org.antiphon.study.design.Item;
import org.antiphon.study.design.Presentation;
import org.antiphon.study.design.Source;
import org.antiphon.study.design.Takes;
import org.antiphon.study.design.document.Id;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemMakerTest {

    private static final Presentation VIDEO = new Presentation(Presentation.Medium.VIDEO, -23, 2);
    private static final Presentation SOUND = new Presentation(Presentation.Medium.SOUND, -23, 2);
    private static final Cut TWO_SECONDS = new Cut(5, 50);

    @TempDir
    Path folder;

    @Test
    void makesFilesOfOneSizeAndOneHead() throws IOException {
        Map<Id, Made> made = ItemMaker.make(Optional.of(film(70)), versions(), TWO_SECONDS, VIDEO, id -> 1, folder);
        assertThat(made.values()).extracting(Made::bytes).containsOnly(Files.size(anyOf(made)));
        assertThat(made.values()).extracting(Made::mediaType).containsOnly("video/mp4");
        assertThat(made.values()).extracting(Made::seconds).containsOnly(2.0);
        Set<String> layouts = new HashSet<>();
        for (Made file : made.values()) {
            byte[] bytes = Files.readAllBytes(file.file());
            layouts.add(layout(bytes));
            assertThat(Arrays.copyOfRange(bytes, bytes.length - Padding.ROOM, bytes.length))
                    .as("room for noise")
                    .containsOnly(0);
        }
        assertThat(layouts).as("boxes of all files").hasSize(1);
        assertThat(layouts.iterator().next())
                .startsWith("ftyp:")
                .doesNotContain("udta")
                .endsWith("free ");
    }

    @Test
    void letsFilesDifferInNothingButFramesOfOneLength() throws IOException {
        Map<Id, Made> made = ItemMaker.make(Optional.of(film(70)), versions(), TWO_SECONDS, VIDEO, id -> 1, folder);
        Set<String> outside = new HashSet<>();
        Set<Integer> lengths = new HashSet<>();
        for (Made file : made.values()) {
            byte[] bytes = Files.readAllBytes(file.file());
            CodedFrames.of(bytes).forEach(frame -> lengths.add(frame.length));
            outside.add(Arrays.toString(CodedFrames.without(bytes)));
        }
        assertThat(lengths).as("bytes of a coded frame").hasSize(1);
        assertThat(outside).as("files without their coded sound").hasSize(1);
    }

    @Test
    void encodesEachTakeAnewWithNoiseThatNobodyHears() throws Exception {
        Id loud = new Id("loud");
        Map<Id, Made> made = ItemMaker.make(
                Optional.of(film(70)), versions(), TWO_SECONDS, VIDEO, id -> id.equals(loud) ? 3 : 1, folder);
        byte[] stored = Files.readAllBytes(made.get(loud).file());
        long bytes = made.get(loud).bytes();
        assertThat(made.values()).extracting(Made::bytes).containsOnly(bytes);
        assertThat(Takes.in(stored.length, bytes)).isEqualTo(3);
        List<byte[]> takes = new ArrayList<>();
        List<float[]> heard = new ArrayList<>();
        for (int take = 0; take < 3; take++) {
            int from = (int) Takes.offset(bytes, take);
            takes.add(Arrays.copyOfRange(stored, from, from + (int) bytes));
            Path file = Files.write(folder.resolve("take " + take), takes.get(take));
            heard.add(heard(file));
            for (int other = 0; other < take; other++) {
                assertThat(equalFrames(takes.get(take), takes.get(other)))
                        .as("coded frames that two takes share")
                        .isZero();
                assertThat(equalStretches(heard.get(take), heard.get(other)))
                        .as("stretches that two takes decode to alike")
                        .isZero();
                assertThat(decibels(heard.get(take), heard.get(other))).isLessThan(-60);
            }
        }
        assertThat(heard(made.get(loud).file())).as("whoever knows of no takes").isEqualTo(heard.get(0));
    }

    private static float[] heard(Path file) throws Exception {
        return new DirectMediaReader()
                .decode(file, DecodeRequest.soundAt(Cut.RATE))
                .sound()
                .orElseThrow()
                .samples();
    }

    /** Stretches of a hundredth of a second, but for fades at the ends. */
    private static long equalStretches(float[] one, float[] other) {
        return IntStream.range(1, one.length / 480 - 1)
                .filter(i -> Arrays.equals(one, 480 * i, 480 * i + 480, other, 480 * i, 480 * i + 480))
                .count();
    }

    private static double decibels(float[] one, float[] other) {
        double energy = 0;
        for (int i = 0; i < one.length; i++) {
            energy += Math.pow(one[i] - other[i], 2) / one.length;
        }
        return 10 * Math.log10(energy);
    }

    private static long equalFrames(byte[] one, byte[] other) {
        List<byte[]> there = CodedFrames.of(other);
        assertThat(there).hasSize(95);
        return CodedFrames.of(one).stream()
                .filter(frame -> there.stream().anyMatch(same -> Arrays.equals(frame, same)))
                .count();
    }

    @Test
    void letsSoundAloneBePcmOfOneSize() throws IOException {
        Map<Id, Made> made = ItemMaker.make(Optional.empty(), versions(), TWO_SECONDS, SOUND, id -> 1, folder);
        assertThat(made.values()).extracting(Made::bytes).containsOnly(44 + 3L * 96_000 + 8 + Padding.ROOM);
        Set<String> heads = new HashSet<>();
        for (Made file : made.values()) {
            heads.add(Arrays.toString(Arrays.copyOf(Files.readAllBytes(file.file()), 44)));
        }
        assertThat(heads).hasSize(1);
    }

    @Test
    void bringsAllToOneLoudnessAndClipsNone() throws Exception {
        for (Presentation presentation : List.of(VIDEO, SOUND)) {
            Map<Id, Made> made = ItemMaker.make(
                    Optional.of(film(70)),
                    versions(),
                    TWO_SECONDS,
                    presentation,
                    id -> 1,
                    folder.resolve(presentation.medium().name()));
            List<Double> levels = made.values().stream()
                    .filter(file -> file.loudness().isPresent())
                    .map(file -> file.loudness().getAsDouble())
                    .toList();
            assertThat(levels).hasSize(3);
            for (double level : levels) {
                // one of them is all peaks: the others stay below the target with it
                assertThat(level).isCloseTo(levels.get(0), within(0.3)).isLessThanOrEqualTo(-22.7);
            }
            for (Made file : made.values()) {
                assertThat(file.truePeak().orElse(-100)).isLessThan(0);
                assertThat(file.deviation().isPresent())
                        .isEqualTo(file.loudness().isPresent());
            }
        }
    }

    @Test
    void measuresWhatIsHeardAndCutsToTheSample() throws Exception {
        Map<Id, Made> made = ItemMaker.make(Optional.of(film(70)), versions(), TWO_SECONDS, VIDEO, id -> 1, folder);
        for (Made file : made.values()) {
            Clip clip = new DirectMediaReader().decode(file.file(), DecodeRequest.forDisplay(0));
            Waveform heard = clip.sound().orElseThrow();
            assertThat(heard.length()).isEqualTo(96_000);
            assertThat(clip.frames().orElseThrow().count()).isEqualTo(50);
            assertThat(Loudness.integrated(heard)).isEqualTo(file.loudness());
        }
        Waveform silent = new DirectMediaReader()
                .decode(made.get(new Id("silent")).file(), DecodeRequest.soundAt(Cut.RATE))
                .sound()
                .orElseThrow();
        for (float sample : silent.samples()) {
            assertThat(sample).as("at most the noise that everything has").isBetween(-1e-4f, 1e-4f);
        }
    }

    @Test
    void staysBelowTheTargetWithTheOneThatWouldClip() {
        Map<Id, Waveform> sounds = new HashMap<>();
        sounds.put(new Id("soft"), tone(440, 0.5f, 96_000));
        sounds.put(new Id("spiky"), clicks(96_000));
        Map<Id, LevelMatch.Levelled> matched = LevelMatch.match(sounds, -14);
        double soft = Loudness.integrated(matched.get(new Id("soft")).sound()).getAsDouble();
        double spiky = Loudness.integrated(matched.get(new Id("spiky")).sound()).getAsDouble();
        assertThat(soft).isCloseTo(spiky, within(0.01)).isLessThan(-14.5);
    }

    @Test
    void exchangesSoundsSoThatNobodyKeepsTheirOwnAndAllAreHeard() {
        for (int count = 2; count < 12; count++) {
            List<Id> items =
                    IntStream.range(0, count).mapToObj(i -> new Id("item-" + i)).toList();
            for (int seed = 0; seed < 20; seed++) {
                Map<Id, Id> given = Exchange.of(items, new Seed(seed));
                assertThat(given.keySet()).containsExactlyElementsOf(items);
                assertThat(given.values()).containsExactlyInAnyOrderElementsOf(items);
                given.forEach((item, giver) -> assertThat(giver).isNotEqualTo(item));
                assertThat(Exchange.of(items, new Seed(seed))).isEqualTo(given);
            }
        }
    }

    @Test
    void refusesAClipThatBeginsAfterTheEnd() {
        Item item = new Item(
                new Id("late"),
                new Source.Etude(1, 1),
                Optional.empty(),
                9,
                Optional.empty(),
                Map.of(),
                Optional.empty());
        assertThatThrownBy(() -> Cut.of(item, VIDEO, 8.9))
                .hasMessageContaining("late")
                .hasMessageContaining("9.0 s");
        assertThat(Cut.of(item, VIDEO, 9.5)).isEqualTo(new Cut(225, 12));
    }

    private static Map<Id, Version> versions() {
        Map<Id, Version> versions = new LinkedHashMap<>();
        versions.put(new Id("loud"), new Version(tone(440, 0.9f, 130_000), Optional.empty()));
        versions.put(new Id("noise"), new Version(noise(60_000, new SampleRate(24_000)), Optional.empty()));
        versions.put(new Id("spiky"), new Version(clicks(140_000), Optional.empty()));
        versions.put(new Id("silent"), new Version(Waveform.silence(0, SampleRate.STUDIO), Optional.empty()));
        return versions;
    }

    private static Waveform tone(double hertz, float level, int samples) {
        float[] tone = new float[samples];
        for (int i = 0; i < samples; i++) {
            tone[i] = (float) (level * Math.sin(2 * Math.PI * hertz * i / 48_000));
        }
        return new Waveform(tone, SampleRate.STUDIO);
    }

    private static Waveform noise(int samples, SampleRate rate) {
        Random random = new Random(4);
        float[] noise = new float[samples];
        for (int i = 0; i < samples; i++) {
            noise[i] = (float) (0.01 * random.nextGaussian());
        }
        return new Waveform(noise, rate);
    }

    /** Loud only in its peaks. */
    private static Waveform clicks(int samples) {
        float[] clicks = new float[samples];
        for (int i = 0; i < samples; i += 4800) {
            for (int k = 0; k < 24 && i + k < samples; k++) {
                clicks[i + k] = (float) (0.9 * Math.sin(2 * Math.PI * k / 24));
            }
        }
        return new Waveform(clicks, SampleRate.STUDIO);
    }

    private static Frames film(int count) {
        List<Picture> pictures = new ArrayList<>();
        for (int f = 0; f < count; f++) {
            byte[] rgb = new byte[64 * 48 * 3];
            Arrays.fill(rgb, (byte) (f * 3));
            pictures.add(new Picture(64, 48, rgb));
        }
        return new Frames(pictures, Cut.PICTURES);
    }

    private static Path anyOf(Map<Id, Made> made) {
        return made.values().iterator().next().file();
    }

    /** Names of the boxes at the top, with their sizes where these do not depend on what is heard. */
    private static String layout(byte[] file) {
        StringBuilder layout = new StringBuilder();
        for (int at = 0; at + 8 <= file.length; ) {
            int size = java.nio.ByteBuffer.wrap(file, at, 4).getInt();
            String name = new String(file, at + 4, 4, StandardCharsets.US_ASCII);
            boolean varies = Set.of("mdat", "free", "moov").contains(name);
            layout.append(name).append(varies ? " " : ":" + size + " ");
            at += size;
        }
        return layout.toString();
    }
}
