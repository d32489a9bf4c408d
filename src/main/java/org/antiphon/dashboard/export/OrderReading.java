package org.antiphon.dashboard.export;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;

/** Reads an order from the query of an address. */
final class OrderReading {

    private static final Map<String, List<String>> CHOICES = Map.of(
            "excluded", List.of("false", "true"),
            "pages", List.of("main", "all"),
            "dates", List.of("day", "exact", "none"),
            "words", List.of("true", "false"));

    private OrderReading() {}

    /** @throws ProblemException 400 naming what is not understood, and what would be */
    static ExportOrder of(MultivaluedMap<String, String> query) {
        Set<String> names = new TreeSet<>(CHOICES.keySet());
        names.add("edition");
        query.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw bad("“" + name + "” is none of " + String.join(", ", names) + ".");
                });
        ExportOrder order = ExportOrder.USUAL
                .withExcluded(one(query, "excluded").equals("true"))
                .withAllPages(one(query, "pages").equals("all"))
                .withDates(ExportOrder.Dates.valueOf(one(query, "dates").toUpperCase(Locale.ROOT)))
                .withWords(one(query, "words").equals("true"));
        String edition = query.getFirst("edition");
        if (edition == null || edition.isEmpty()) {
            return order;
        }
        if (!edition.matches("[1-9][0-9]{0,8}")) {
            throw bad("edition is the number of a version, from 1; without it all editions are written.");
        }
        return order.withEdition(Integer.parseInt(edition));
    }

    private static String one(MultivaluedMap<String, String> query, String name) {
        List<String> choices = CHOICES.get(name);
        String value = query.getOrDefault(name, choices).get(0);
        if (!choices.contains(value)) {
            throw bad(name + " is one of " + String.join(", ", choices) + ".");
        }
        return value;
    }

    private static ProblemException bad(String detail) {
        return Problem.badRequest("bad-export", "The export cannot be ordered so", detail)
                .exception();
    }
}
