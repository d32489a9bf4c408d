package org.antiphon.dataset.etude.stage;

/** Where one part is in one picture: origin and x axis in pixels, and what else changes from frame to frame. */
final class Pose {

    double ox;
    double oy;
    double ux = 1;
    double uy;
    /** Current length of a part that stretches, in stage units. */
    double length = 1;
    /** Factor on the part's brightness. */
    double gain = 1;

    void set(Pose other) {
        ox = other.ox;
        oy = other.oy;
        ux = other.ux;
        uy = other.uy;
        length = other.length;
        gain = other.gain;
    }
}
