package org.antiphon.study.rating;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antiphon.clip.SampleRate;
import org.antiphon.study.session.check.HeadphoneTest;
import org.antiphon.study.session.check.StereoSound;

/** Sounds that are synthesised when they are asked for: those of headphone tests, as WAV files of 16 bits. */
final class Sounds {

    /** The place of the clip by which browser and level are tried out. */
    static final String TRY = "try";

    private static final SampleRate RATE = new SampleRate(44_100);
    private static final Pattern SLOT = Pattern.compile("(\\d{1,2})-(\\d)");
    private static final int HEADER = 44;
    private static final int FRAME = 4;

    private Sounds() {}

    /** The name of a sound of a headphone test, both numbers counted from 1. */
    static String slot(int question, int sound) {
        return question + "-" + sound;
    }

    /** The names of all sounds of a test. */
    static List<String> slots(HeadphoneTest test) {
        List<String> slots = new ArrayList<>();
        for (int question = 1; question <= test.questions(); question++) {
            for (int sound = 1; sound <= HeadphoneTest.SOUNDS; sound++) {
                slots.add(slot(question, sound));
            }
        }
        return slots;
    }

    /** The file of that sound; empty if the test has none of that name. */
    static Optional<byte[]> wav(HeadphoneTest test, String slot) {
        Matcher match = SLOT.matcher(slot);
        if (!match.matches()) {
            return Optional.empty();
        }
        int question = Integer.parseInt(match.group(1));
        int sound = Integer.parseInt(match.group(2));
        boolean there = question >= 1 && question <= test.questions() && sound >= 1 && sound <= HeadphoneTest.SOUNDS;
        return there ? Optional.of(wav(test.sound(question, sound, RATE))) : Optional.empty();
    }

    private static byte[] wav(StereoSound sound) {
        int rate = sound.rate().hertz();
        int data = sound.left().length() * FRAME;
        ByteBuffer wav = ByteBuffer.allocate(HEADER + data).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER - 8 + data).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1).putShort((short) 2).putInt(rate).putInt(rate * FRAME);
        wav.putShort((short) FRAME).putShort((short) 16);
        wav.put(ascii("data")).putInt(data);
        for (int i = 0; i < sound.left().length(); i++) {
            wav.putShort(pcm(sound.left().samples()[i]))
                    .putShort(pcm(sound.right().samples()[i]));
        }
        return wav.array();
    }

    private static short pcm(float sample) {
        return (short) Math.round(sample * Short.MAX_VALUE);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
