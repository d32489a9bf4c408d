package org.antiphon.translation;

import java.util.List;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Picture;

/**
 * How a sound looks when the prior's performer plays it.
 *
 * @param pictures of the prior's size, made one by one while they are asked for; as long as the translator is open
 * @param rate pictures a second
 * @param count how many pictures cover the sound
 * @param flow of each picture to the prior, likewise made while asked for
 * @param track the performance between sound and pictures
 * @param confidence 0 to 1: how far sound and prior lie within what the models were trained on
 */
public record VideoTranslation(
        Iterable<Picture> pictures,
        FrameRate rate,
        int count,
        List<FlowField> flow,
        PerformanceTrack track,
        double confidence) {}
