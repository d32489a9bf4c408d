package org.antiphon.dataset;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Instruments by the names that folders give them. */
public final class Instruments {

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("violin", "vn"),
            Map.entry("viola", "va"),
            Map.entry("cello", "vc"),
            Map.entry("violoncello", "vc"),
            Map.entry("doublebass", "db"),
            Map.entry("contrabass", "db"),
            Map.entry("flute", "fl"),
            Map.entry("oboe", "ob"),
            Map.entry("clarinet", "cl"),
            Map.entry("saxophone", "sax"),
            Map.entry("bassoon", "bn"),
            Map.entry("trumpet", "tpt"),
            Map.entry("horn", "hn"),
            Map.entry("frenchhorn", "hn"),
            Map.entry("trombone", "tbn"),
            Map.entry("tuba", "tba"),
            Map.entry("vibraphone", "vib"),
            Map.entry("piano", "pno"));

    private static final Map<String, String> NAMES = Map.of("db", "double bass", "hn", "horn", "vc", "cello");

    private Instruments() {}

    /** What people call the instrument of a code; the code where nobody knows it. */
    public static String name(String code) {
        return NAMES.getOrDefault(
                code,
                CODES.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(code))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(code));
    }

    /** URMP's code for a code or an English name, one or several, whatever its case, spaces and hyphens. */
    public static Optional<String> code(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
        if (CODES.containsValue(plain)) {
            return Optional.of(plain);
        }
        String singular = plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
        return Optional.ofNullable(CODES.getOrDefault(plain, CODES.get(singular)));
    }
}
