package org.antiphon.dataset.etude.stage;

/** A performer in a scene: sets every part for a time, and says where joints and tools then are. */
interface Actor {

    /** Poses all parts for a time in seconds. */
    void pose(double time);

    /** The 47 joints in Solos' order for the last pose. */
    Point[] joints();

    /** The 8 tool points for the last pose; null where this performer has no such point. */
    Point[] tools();

    /** Which of the tool points are there now: a finger that presses, a bow that touches its string. */
    boolean[] present();
}
