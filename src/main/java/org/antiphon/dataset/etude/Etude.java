package org.antiphon.dataset.etude;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.clip.Seed;
import org.antiphon.dataset.Split;

/**
 * One recording of the corpus, before it is recorded: which composition, who plays it, how.
 *
 * @param number of the recording, from 1
 * @param composition id that takes of the same melody share
 * @param performer who plays
 * @param intention what is to be expressed
 * @param seed of the composition
 */
public record Etude(int number, String composition, Performer performer, Intention intention, Seed seed) {

    private static final String[] WORDS = {
        "Alder",
        "Amber",
        "Anemone",
        "Aspen",
        "Aurora",
        "Birch",
        "Bracken",
        "Brook",
        "Cedar",
        "Clover",
        "Cobalt",
        "Comet",
        "Coral",
        "Cypress",
        "Dawn",
        "Delta",
        "Ember",
        "Falcon",
        "Fern",
        "Fjord",
        "Garnet",
        "Glade",
        "Harbour",
        "Hazel",
        "Heather",
        "Heron",
        "Indigo",
        "Ivory",
        "Jasper",
        "Juniper",
        "Kestrel",
        "Lagoon",
        "Larch",
        "Lark",
        "Laurel",
        "Linden",
        "Maple",
        "Marigold",
        "Meadow",
        "Mistral",
        "Moss",
        "Nightjar",
        "Ochre",
        "Olive",
        "Onyx",
        "Opal",
        "Orchard",
        "Osprey",
        "Pebble",
        "Poppy",
        "Quartz",
        "Reed",
        "Robin",
        "Rowan",
        "Saffron",
        "Sienna",
        "Sorrel",
        "Sparrow",
        "Tamarisk",
        "Thistle",
        "Umber",
        "Willow",
        "Yarrow",
        "Zephyr"
    };
    private static final double[] TAKES = {1, 2, 1};

    /**
     * The corpus that a seed stands for: {@code count} recordings, two of each composition on average, takes of one
     * composition by different performers (as far as there are several) and with different intentions.
     *
     * @throws IllegalArgumentException if there is no performer or the count is not positive
     */
    public static List<Etude> plan(int count, Seed seed, List<Performer> performers) {
        if (count <= 0 || performers.isEmpty()) {
            throw new IllegalArgumentException("a corpus needs at least one recording and one performer, was " + count
                    + " recordings by " + performers);
        }
        List<Etude> plan = new ArrayList<>();
        for (int c = 1; plan.size() < count; c++) {
            Dice dice = new Dice(seed.derive("plan " + c));
            String composition = WORDS[dice.below(WORDS.length)] + c;
            int takes = 1 + dice.weighted(TAKES);
            int intention = dice.below(4);
            int stride = dice.chance(0.5) ? 1 : 3;
            for (int take = 0; take < takes && plan.size() < count; take++) {
                Performer performer = performers.get(plan.size() % performers.size());
                plan.add(new Etude(
                        plan.size() + 1,
                        composition,
                        performer,
                        Intention.values()[(intention + take * stride) % 4],
                        seed));
            }
        }
        return List.copyOf(plan);
    }

    /** What the performer makes of it: the same on every machine. */
    public Performance performance() {
        Composition score = Composer.compose(composition, seed);
        return Interpreter.perform(score, performer, intention, seed.derive("recording " + number));
    }

    public Split split() {
        return Split.ofComposition(composition);
    }

    /** The name of the recording in a corpus of {@code count}: {@code NN_Name_code}. */
    String directory(int count) {
        int digits = Math.max(2, Integer.toString(count).length());
        String padded = "0".repeat(Math.max(0, digits - Integer.toString(number).length())) + number;
        return padded + "_" + composition + "_" + performer.code();
    }
}
