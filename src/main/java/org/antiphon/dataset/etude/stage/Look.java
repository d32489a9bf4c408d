package org.antiphon.dataset.etude.stage;

import java.util.Random;

/** The colours of one performance, chosen to go together. */
record Look(
        int wall, int floor, int accent, int cloth, int trim, int skin, int hair, int wood, int hairStyle, long grain) {

    /** wall, floor, accent, cloth, trim */
    private static final int[][] ROOMS = {
        {0xE9D9BE, 0xB98B5E, 0xA8443A, 0x2F4858, 0xE8B96A},
        {0xBFD3CF, 0x8B6B4E, 0x2E6E6A, 0xB5523B, 0xF2E3C6},
        {0xF0CBB0, 0x9C6644, 0x7C3B45, 0x34506B, 0xF4E8D2},
        {0xCBD2E2, 0x7F6A5B, 0x44507C, 0xC77B4A, 0xF3E7D0},
        {0xDCE0C2, 0xA07C52, 0x5E7347, 0x6B3A4A, 0xEED9A2},
        {0x5B6C7D, 0x6B4A38, 0x2C3949, 0xD79A5B, 0xF3E6CE},
        {0xEBC7C0, 0x8A5C4C, 0xB4636A, 0x3E5C5A, 0xF6EAD8},
        {0x74645C, 0x4E382E, 0x8F3F35, 0xE2C08D, 0x3A4A54},
        {0xC9DDE6, 0xB48D66, 0x3F7796, 0x4B3F5E, 0xF0D8A8},
        {0xF3E0C9, 0xC09468, 0xC9803F, 0x5A6E4C, 0xF7EFDF},
    };

    private static final int[] SKINS = {0xF6D2B8, 0xEDBE9C, 0xD9A27C, 0xC28660, 0xA26A4A, 0x8A5942};
    private static final int[] HAIRS = {0x2B211E, 0x4A3226, 0x6E4629, 0xA9743F, 0x8A8580, 0x5A2E22};
    private static final int[] WOODS = {0xB5652B, 0xC27A35, 0x9C4F27, 0xA85A22, 0xCB8A45};

    static Look of(Random random) {
        int[] room = ROOMS[random.nextInt(ROOMS.length)];
        double light = 0.92 + 0.14 * random.nextDouble();
        int skin = SKINS[random.nextInt(SKINS.length)];
        int hair = HAIRS[random.nextInt(skin == SKINS[4] || skin == SKINS[5] ? 2 : HAIRS.length)];
        return new Look(
                tint(random, room[0], light),
                tint(random, room[1], light),
                tint(random, room[2], light),
                tint(random, room[3], 1),
                tint(random, room[4], 1),
                tint(random, skin, 1),
                hair,
                tint(random, WOODS[random.nextInt(WOODS.length)], 1),
                random.nextInt(4),
                random.nextLong());
    }

    private static int tint(Random random, int rgb, double light) {
        double warm = 0.03 * (2 * random.nextDouble() - 1);
        double bright = light * (0.96 + 0.08 * random.nextDouble());
        return Colour.pack(
                Colour.red(rgb) * bright * (1 + warm),
                Colour.green(rgb) * bright,
                Colour.blue(rgb) * bright * (1 - warm));
    }
}
