package org.antiphon.study.session.check;

import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;

/** Sound for two ears, both at one rate and of one length. */
public record StereoSound(Waveform left, Waveform right) {

    /** @throws IllegalArgumentException if the two do not belong together */
    public StereoSound {
        if (!left.rate().equals(right.rate()) || left.length() != right.length()) {
            throw new IllegalArgumentException("two channels need one rate and one length, were " + left.length()
                    + " at " + left.rate() + " and " + right.length() + " at " + right.rate());
        }
    }

    public SampleRate rate() {
        return left.rate();
    }
}
