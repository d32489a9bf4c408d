package org.antiphon.clip;

/** A mel spectrogram: {@code values[frame * bins + bin]}; frame {@code i} is centred on sample {@code i * hop}. */
public record Mel(float[] values, int frames, int bins, Hop hop, SampleRate rate) {

    /** @throws IllegalArgumentException if the array does not hold frames × bins values */
    public Mel {
        if (frames < 0 || bins <= 0 || values.length != frames * bins) {
            throw new IllegalArgumentException(
                    "mel of " + frames + " frames × " + bins + " bins cannot hold " + values.length + " values");
        }
    }

    public float at(int frame, int bin) {
        return values[frame * bins + bin];
    }
}
