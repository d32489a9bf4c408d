package org.antiphon.study.rating;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.antiphon.clip.SampleRate;
import org.antiphon.study.session.check.HeadphoneTest;
import org.antiphon.study.session.check.StereoSound;

/** Sounds that are synthesised when they are asked for: those of headphone tests, as WAV files of 16 bits. */
final class Sounds {

    /** The place of the clip by which browser and level are tried out. */
    static final String TRY = "try";

    private static final SampleRate RATE = new SampleRate(44_100);
    private static final int HEADER = 44;
    private static final int FRAME = 4;

    private Sounds() {}

    /** The name of a sound of a question of a headphone test, counted from 1. */
    static String slot(int sound) {
        return "sound-" + sound;
    }

    /** The file of a sound of a headphone test, question and sound counted from 1. */
    static byte[] wav(HeadphoneTest test, int question, int sound) {
        return wav(test.sound(question, sound, RATE));
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
