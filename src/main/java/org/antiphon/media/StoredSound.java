package org.antiphon.media;

import java.util.List;
import org.antiphon.clip.Waveform;

/**
 * The sound of a file at its own rate, all channels averaged.
 *
 * @param channels how many there were
 * @param remarks what else had to be decided to read it, for people; empty as a rule
 */
public record StoredSound(Waveform sound, int channels, List<String> remarks) {

    /** Keeps a copy that cannot be changed. */
    public StoredSound {
        remarks = List.copyOf(remarks);
    }
}
