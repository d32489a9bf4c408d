package org.antiphon.dataset.etude.stage;

import org.antiphon.dataset.etude.Intention;
import org.antiphon.dataset.etude.Performer;

/** Measures milliseconds per picture for every performer. */
final class StageBenchmark {

    private StageBenchmark() {}

    public static void main(String[] args) {
        for (int round = 0; round < 3; round++) {
            for (Performer performer : Performer.values()) {
                long start = System.nanoTime();
                Stage stage = new Stage(Pieces.of(performer, Intention.HAPPY, 7));
                long built = System.nanoTime();
                for (int i = 0; i < stage.frames(); i++) {
                    stage.frame(i);
                }
                long filmed = System.nanoTime();
                for (int i = 0; i < stage.frames(); i += 5) {
                    stage.flowToFirst(i, 64);
                }
                long flown = System.nanoTime();
                System.out.printf(
                        "%s: build %.1f ms, %.2f ms a picture, %.2f ms a flow field%n",
                        performer,
                        (built - start) / 1e6,
                        (filmed - built) / 1e6 / stage.frames(),
                        (flown - filmed) / 1e6 / ((stage.frames() + 4) / 5));
            }
        }
    }
}
