package org.antiphon.study.stimulus;

import java.util.Optional;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Waveform;

/**
 * An item in one condition, before it is cut: a recording's worth of sound, of any rate, and the pictures, if it has others
 * than its item.
 */
record Version(Waveform sound, Optional<Frames> pictures) {}
