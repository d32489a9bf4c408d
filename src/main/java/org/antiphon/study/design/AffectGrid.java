package org.antiphon.study.design;

import org.antiphon.study.design.document.Among;
import org.antiphon.study.design.document.Means;
import org.antiphon.study.design.document.Otherwise;
import org.antiphon.study.design.document.Text;

/**
 * A square of valence (left to right) and arousal (bottom to top), after Russell, Weiss and Mendelsohn (1989).
 * An answer is one cell, both coordinates counted from 1.
 */
public record AffectGrid(
        @Means("Whether the emotion is the music's or the listener's.")
        Feeling feeling,

        @Means("The question.") Text question,

        @Means("How many cells a side has.") @Among({5, 7, 9}) @Otherwise("9")
        int steps) {}
