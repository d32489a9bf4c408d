package org.antiphon.dataset.etude.stage;

/** How the stage is framed: a zoom about the middle and a shift, the same for the whole performance. */
record Camera(double scale, double shiftX, double shiftY) {

    double x(double stageX) {
        return 128 + (stageX - 128) * scale + shiftX;
    }

    double y(double stageY) {
        return 128 + (stageY - 128) * scale + shiftY;
    }
}
