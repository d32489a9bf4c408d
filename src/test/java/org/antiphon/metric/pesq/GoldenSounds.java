package org.antiphon.metric.pesq;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The sounds and figures in {@code golden/pesq}. */
final class GoldenSounds {

    private static final String FOLDER = "/golden/pesq/";

    private GoldenSounds() {}

    /** One row of the expected figures; {@code raw} and {@code mapped} are empty where {@code error} is not. */
    record Row(
            String id,
            String reference,
            String degraded,
            int rate,
            PesqMode mode,
            String raw,
            String mapped,
            String error) {

        @Override
        public String toString() {
            return id + (mode == PesqMode.WIDE_BAND_2018 ? " as of 2018" : "");
        }
    }

    static List<Row> rows() {
        return Stream.concat(
                        rows("expected.csv", PesqMode.WIDE_BAND),
                        rows("expected-wb-corrigendum2.csv", PesqMode.WIDE_BAND_2018))
                .toList();
    }

    private static Stream<Row> rows(String file, PesqMode wide) {
        return new String(bytes(file), StandardCharsets.US_ASCII)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(c -> new Row(
                        c[0],
                        c[1],
                        c[2],
                        Integer.parseInt(c[3]),
                        c[4].equals("nb") ? PesqMode.NARROW_BAND : wide,
                        c[5],
                        c[6],
                        c[7]));
    }

    /** Samples of a 16-bit mono file, in units of full scale. */
    static float[] samples(String file) {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int chunk = 12;
        while (bytes.getInt(chunk) != 0x61746164) { // "data"
            chunk += 8 + bytes.getInt(chunk + 4);
        }
        float[] samples = new float[bytes.getInt(chunk + 4) / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = bytes.getShort(chunk + 8 + 2 * i) / 32768f;
        }
        return samples;
    }

    static byte[] bytes(String file) {
        try (InputStream in = GoldenSounds.class.getResourceAsStream(FOLDER + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
