package org.antiphon.study.design;

import org.antiphon.study.design.document.Limits;
import org.antiphon.study.design.document.Means;
import org.antiphon.study.design.document.Otherwise;

/** How every clip of a study is prepared and shown, whatever its condition. */
public record Presentation(
        @Means("Whether participants hear sound alone, or see the performance as well.")
        Medium medium,

        @Means("The loudness all clips are brought to, in LUFS (ITU-R BS.1770).")
        @Limits(min = -36, max = -14)
        @Otherwise("-23")
        double loudness,

        @Means("The longest a clip may be, in seconds; longer ones are trimmed, in all conditions alike.")
        @Limits(min = 0.5, max = 60)
        @Otherwise("12")
        double longest) {

    /** What reaches the participants' senses. */
    public enum Medium {
        SOUND,
        VIDEO
    }
}
