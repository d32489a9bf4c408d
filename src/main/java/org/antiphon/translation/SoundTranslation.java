package org.antiphon.translation;

import org.antiphon.clip.Mel;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Waveform;

/**
 * What was heard in pictures (or played from a track).
 *
 * @param sound 24 kHz, exactly as long as the pictures
 * @param mel the spectrogram it was played from
 * @param track the performance between pictures and sound
 * @param confidence 0 to 1: how far the input lies within what the models were trained on, and how sure they were
 */
public record SoundTranslation(Waveform sound, Mel mel, PerformanceTrack track, double confidence) {}
