package org.antiphon.dataset.etude;

/** The emotion a performance means to express; its cues are those of Juslin and Laukka (2003), table 7. */
public enum Intention {
    HAPPY,
    SAD,
    TENDER,
    ANGRY
}
