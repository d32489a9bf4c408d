package org.antiphon.clip;

/**
 * One picture: {@code rgb} holds height × width × 3 bytes, row by row from the top left, red green blue, 8 bits sRGB.
 */
public record Picture(int width, int height, byte[] rgb) {

    /** @throws IllegalArgumentException if the size is not positive or does not fit the array */
    public Picture {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("picture must have a size, was " + width + "×" + height);
        }
        if (rgb.length != Math.multiplyExact(Math.multiplyExact(width, height), 3)) {
            throw new IllegalArgumentException("picture of " + width + "×" + height + " needs " + 3L * width * height
                    + " bytes, got " + rgb.length);
        }
    }

    public static Picture black(int width, int height) {
        return new Picture(width, height, new byte[width * height * 3]);
    }

    /** Channel {@code c} (0 red, 1 green, 2 blue) at column {@code x}, row {@code y}, 0 to 255. */
    public int at(int x, int y, int c) {
        return rgb[(y * width + x) * 3 + c] & 0xFF;
    }
}
