package org.antiphon.study.rating;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.antiphon.study.design.Stimulus;

/** A short study of every paradigm that does without pictures, with short tones in place of its clips. */
final class PagesStudy {

    /** They are played through hundreds of times. */
    private static final double SECONDS = 0.5;

    private static final int RATE = 48_000;
    private static final int HEADER = 44;

    /** Bytes at the end that the server may fill with whatever it likes. */
    private static final int SPARE = 1024;

    private static final String YAML = """
            format: 1
            id: pages
            languages: [en]
            title: A study to walk through
            about: Short tones, and what you think of them.
            presentation: {medium: sound, longest: 2}
            conditions:
              - {id: performed, kind: ground-truth}
              - {id: low-pass, kind: anchor, cutoff: 3500}
              - {id: mid-pass, kind: anchor, cutoff: 7000}
              - {id: translated, kind: model, model: etude, seed: 7}
            items:
              - {id: etude-one, source: {kind: etude, seed: 1, number: 1}, intention: happy}
              - {id: etude-two, source: {kind: etude, seed: 1, number: 2}, intention: sad}
            scales:
              - {id: emotion, kind: likert, attribute: emotional-coherence, points: 7, question: Same emotion?, low: "no", high: "yes"}
              - {id: quality, kind: acr, attribute: quality, question: How good is the sound?}
              - {id: real, kind: continuous, attribute: realism, question: How real is it?, low: machine, high: person}
            tasks:
              - id: judging
                paradigm: {kind: rating, scales: [emotion, quality, real]}
                conditions: [performed, translated]
                items: [etude-one, etude-two]
                assignment: {kind: latin-square, seed: 1}
              - id: liking
                paradigm: {kind: preference, question: Which of the two do you prefer?, ties: true}
                conditions: [performed, translated]
                items: [etude-one]
                assignment: {kind: everything, seed: 2}
              - id: closeness
                paradigm: {kind: mushra, question: How close is each to the reference?, reference: performed}
                conditions: [performed, low-pass, mid-pass, translated]
                items: [etude-one]
                assignment: {kind: everything, seed: 3}
              - id: colour
                paradigm: {kind: multi-stimulus, question: How much do you like the colour of each?}
                conditions: [performed, low-pass, translated]
                items: [etude-two]
                assignment: {kind: everything, seed: 5}
              - id: telling
                paradigm: {kind: abx, question: Which of the two is X?}
                conditions: [performed, translated]
                items: [etude-one]
                training: {items: [etude-two]}
                assignment: {kind: everything, seed: 6}
              - id: meaning
                paradigm:
                  kind: intention
                  question: What was meant?
                  options: [{id: happy, label: Happiness}, {id: sad, label: Sadness}]
                  affect: {feeling: perceived, question: How does it sound?}
                  gems:
                    permission: true
                    question: How strongly did you feel each of these?
                    labels:
                      wonder: Wonder
                      transcendence: Transcendence
                      tenderness: Tenderness
                      nostalgia: Nostalgia
                      peacefulness: Peacefulness
                      power: Power
                      joyful-activation: Joy
                      tension: Tension
                      sadness: Sadness
                conditions: [performed]
                items: [etude-two]
                assignment: {kind: everything, seed: 4}
            checks:
              - {id: works, kind: browser}
              - {id: heard, kind: listening, task: judging, share: 0.9}
              - {id: understood, kind: training-gate, task: telling, pass: 1, attempts: 2}
            questionnaires:
              - id: you
                questions:
                  - {id: plays, kind: choice, question: Do you play?, options: [{id: never, label: Never}, {id: often, label: Often}]}
                  - {id: years, kind: number, question: How many years?, least: 0, most: 80}
            consent:
              text: You hear tones. Nothing else is kept.
              points: [{id: informed, text: I have read this.}]
            flow:
              - kind: consent
              - {kind: check, check: works}
              - {kind: questionnaire, questionnaire: you}
              - {kind: trials, task: judging}
              - {kind: trials, task: liking}
              - {kind: trials, task: closeness}
              - {kind: trials, task: colour}
              - {kind: training, task: telling}
              - {kind: trials, task: telling}
              - {kind: trials, task: meaning}
            exclusions:
              - {id: broken, kind: failed-check, check: works, then: flag}
              - {id: deaf, kind: failed-check, check: heard, then: flag}
              - {id: lost, kind: failed-check, check: understood, then: flag}
            recruitment:
              target: 10
              ways: [{kind: open-link}]
            """;

    private PagesStudy() {}

    static String named(String slug) {
        return YAML.replaceFirst("(?m)^id: pages$", "id: " + slug);
    }

    /** A tone whose pitch depends on what it stands for, in a file of the one size. */
    static Publishing.Clip clip(Stimulus stimulus) {
        return clip(stimulus, SECONDS);
    }

    static Publishing.Clip clip(Stimulus stimulus, double seconds) {
        int samples = (int) (seconds * RATE);
        int data = 2 * samples;
        ByteBuffer wav = ByteBuffer.allocate(HEADER + data + 8 + SPARE).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(wav.capacity() - 8).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        wav.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(data);
        double hertz = 300 + Math.floorMod(stimulus.toString().hashCode(), 300);
        for (int i = 0; i < samples; i++) {
            wav.putShort((short) (6000 * Math.sin(2 * Math.PI * hertz * i / RATE)));
        }
        wav.put(ascii("JUNK")).putInt(SPARE);
        return new Publishing.Clip(wav.array(), "audio/wav");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
