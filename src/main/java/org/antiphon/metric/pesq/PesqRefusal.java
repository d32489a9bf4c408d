package org.antiphon.metric.pesq;

/** Why two sounds have no score. */
public enum PesqRefusal implements PesqOutcome {
    OTHER_RATE("PESQ is defined for sounds of 8000 and 16000 Hz only"),
    WIDE_BAND_NEEDS_16000("wide-band PESQ is defined for sounds of 16000 Hz only"),
    TOO_SHORT("a sound is shorter than a quarter of a second"),
    NO_UTTERANCE("nothing like speech was found in the reference"),
    /** The reference software prints "nan" here. */
    SILENT_CANDIDATE("the candidate is silent"),
    /** No input is known that leads here; a sum that is no number must not become a score. */
    UNDEFINED("the computation came to no number");

    private final String reason;

    PesqRefusal(String reason) {
        this.reason = reason;
    }

    /** The refusal in words. */
    public String reason() {
        return reason;
    }
}
