package org.antiphon.training;

import java.util.Map;
import org.antiphon.model.latent.LatentLayout;

/**
 * How an instrument stands in the latent, whose layout has four channels for it: violin, cello, vibraphone and piano. These
 * are one channel each; every other instrument of URMP and Solos is a mixture of its own, so that encoders can tell and
 * decoders can play all of them, and a model that was taught the four is a start for the rest. Strings lie between the
 * strings; others hold less than half of them, since a model that shows a bow asks for as much. What nobody names is the
 * even mixture.
 */
public final class InstrumentShares {

    private static final float[] UNNAMED = {0.25f, 0.25f, 0.25f, 0.25f};
    private static final Map<String, float[]> SHARES = Map.ofEntries(
            Map.entry("vn", shares(1, 0, 0, 0)),
            Map.entry("vc", shares(0, 1, 0, 0)),
            Map.entry("vib", shares(0, 0, 1, 0)),
            Map.entry("pno", shares(0, 0, 0, 1)),
            Map.entry("va", shares(0.5, 0.5, 0, 0)),
            Map.entry("db", shares(0.25, 0.75, 0, 0)),
            Map.entry("fl", shares(0.25, 0, 0.75, 0)),
            Map.entry("ob", shares(0.25, 0, 0, 0.75)),
            Map.entry("cl", shares(0, 0.25, 0.75, 0)),
            Map.entry("bn", shares(0, 0.25, 0, 0.75)),
            Map.entry("sax", shares(0, 0, 0.5, 0.5)),
            Map.entry("tpt", shares(0.25, 0, 0.375, 0.375)),
            Map.entry("hn", shares(0, 0.25, 0.375, 0.375)),
            Map.entry("tbn", shares(0.2, 0.2, 0.6, 0)),
            Map.entry("tba", shares(0.2, 0.2, 0, 0.6)));

    private InstrumentShares() {}

    private static float[] shares(double violin, double cello, double vibraphone, double piano) {
        return new float[] {(float) violin, (float) cello, (float) vibraphone, (float) piano};
    }

    /** What the channels of {@link LatentLayout#INSTRUMENTS} hold for URMP's code of an instrument; 1 in all. */
    public static float[] of(String code) {
        return SHARES.getOrDefault(code, UNNAMED).clone();
    }

    /** Whether an instrument is a mixture, not one of the four that have a channel. */
    public static boolean mixed(String code) {
        for (float share : of(code)) {
            if (share == 1) {
                return false;
            }
        }
        return true;
    }
}
