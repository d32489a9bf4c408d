package org.antiphon.study.rating;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.antiphon.platform.Digest;
import org.antiphon.study.design.Question;
import org.antiphon.study.design.Questionnaire;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.answer.Answer;
import org.antiphon.study.session.answer.PlayEvent;
import org.antiphon.study.session.answer.Value;

/**
 * Answers as JSON, the same on the wire and in the database. Which answer it is follows from its keys; whether it fits the
 * step is for the session to say.
 */
final class AnswerJson {

    private static final String QUESTIONNAIRE = "questionnaire-";
    private static final int MOST_EVENTS = 4000;

    private AnswerJson() {}

    /** The JSON is not that of an answer. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String why) {
            super(why, null, false, false);
        }
    }

    /** @throws Malformed if it is no answer to anything */
    static Answer read(Study study, String step, JsonNode given, List<PlayEvent> plays, Duration took) {
        if (!given.isObject()) {
            throw new Malformed("\"answer\" is an object.");
        }
        if (given.has("values")) {
            return step.startsWith(QUESTIONNAIRE)
                    ? new Answer.Filled(filled(study, step.substring(QUESTIONNAIRE.length()), given.get("values")))
                    : new Answer.Judged(values(given.get("values"), Set.of()), plays, took);
        }
        if (given.has("agreed")) {
            return flag(given, "agreed") ? agreed(given) : new Answer.Declined();
        }
        if (given.has("oldEnough")) {
            return new Answer.OldEnough(flag(given, "oldEnough"));
        }
        if (given.has("country")) {
            return new Answer.Country(text(given.get("country")));
        }
        if (given.has("played")) {
            return new Answer.Tried(flag(given, "played"), flag(given, "perceived"));
        }
        if (given.has("volume")) {
            return new Answer.Volume(number(given.get("volume")));
        }
        if (given.has("sound")) {
            return new Answer.Sound(whole(given.get("sound")));
        }
        if (given.has("read")) {
            return new Answer.Read();
        }
        throw new Malformed("\"answer\" has none of the keys of an answer.");
    }

    private static Answer agreed(JsonNode given) {
        Set<Id> points = new HashSet<>();
        array(given.path("points")).forEach(point -> points.add(id(point)));
        try {
            return new Answer.Agreed(new Digest(text(given.path("digest"))), points);
        } catch (IllegalArgumentException e) {
            throw new Malformed("\"digest\" is that of the step.");
        }
    }

    private static Id id(JsonNode node) {
        try {
            return new Id(text(node));
        } catch (IllegalArgumentException e) {
            throw new Malformed("A point is named by its id.");
        }
    }

    private static Map<String, Value> filled(Study study, String questionnaire, JsonNode given) {
        Set<String> free = new HashSet<>();
        study.questionnaires().stream()
                .filter(one -> one.id().text().equals(questionnaire))
                .map(Questionnaire::questions)
                .flatMap(List::stream)
                .filter(question -> question instanceof Question.Words)
                .forEach(question -> free.add(question.id().text()));
        return values(given, free);
    }

    /** @param free keys of which a text is free text, not a choice */
    private static Map<String, Value> values(JsonNode given, Set<String> free) {
        if (!given.isObject()) {
            throw new Malformed("\"values\" is an object.");
        }
        Map<String, Value> values = new HashMap<>();
        given.fields().forEachRemaining(entry -> {
            JsonNode value = entry.getValue();
            values.put(
                    entry.getKey(),
                    free.contains(entry.getKey()) ? new Value.Words(text(value)) : value(entry.getKey(), value));
        });
        return values;
    }

    private static Value value(String key, JsonNode value) {
        if (value.isNumber()) {
            return new Value.Amount(value.doubleValue());
        }
        if (value.isTextual()) {
            return new Value.Choice(text(value));
        }
        if (value.isArray()) {
            Set<String> chosen = new HashSet<>();
            value.forEach(one -> chosen.add(text(one)));
            return new Value.Choices(chosen);
        }
        if (value.isObject()) {
            return new Value.Cell(whole(value.path("valence")), whole(value.path("arousal")));
        }
        throw new Malformed("The value of \"" + key + "\" is no answer; leave out what is not answered.");
    }

    /** The answer alone, without what was played and how long it took. */
    static ObjectNode write(Answer answer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (answer instanceof Answer.Agreed agreed) {
            json.put("agreed", true).put("digest", agreed.text().hex());
            ArrayNode points = json.putArray("points");
            new TreeSet<>(agreed.points()).forEach(point -> points.add(point.text()));
        } else if (answer instanceof Answer.Declined) {
            json.put("agreed", false);
        } else if (answer instanceof Answer.Read) {
            json.put("read", true);
        } else if (answer instanceof Answer.OldEnough age) {
            json.put("oldEnough", age.oldEnough());
        } else if (answer instanceof Answer.Country country) {
            json.put("country", country.code());
        } else if (answer instanceof Answer.Tried tried) {
            json.put("played", tried.played()).put("perceived", tried.perceived());
        } else if (answer instanceof Answer.Volume volume) {
            json.put("volume", volume.volume());
        } else if (answer instanceof Answer.Sound sound) {
            json.put("sound", sound.chosen());
        } else if (answer instanceof Answer.Filled filled) {
            write(json.putObject("values"), filled.values());
        } else {
            write(json.putObject("values"), ((Answer.Judged) answer).values());
        }
        return json;
    }

    private static void write(ObjectNode json, Map<String, Value> values) {
        new TreeMap<>(values).forEach((key, value) -> {
            if (value instanceof Value.Amount amount) {
                json.put(key, amount.number());
            } else if (value instanceof Value.Choice choice) {
                json.put(key, choice.chosen());
            } else if (value instanceof Value.Words words) {
                json.put(key, words.words());
            } else if (value instanceof Value.Choices choices) {
                new TreeSet<>(choices.chosen()).forEach(json.putArray(key)::add);
            } else {
                Value.Cell cell = (Value.Cell) value;
                json.putObject(key).put("valence", cell.valence()).put("arousal", cell.arousal());
            }
        });
    }

    /** @throws Malformed if it is no log of what was played */
    static List<PlayEvent> readPlays(JsonNode log) {
        if (log.size() > MOST_EVENTS) {
            throw new Malformed("At most " + MOST_EVENTS + " events, these are " + log.size() + ".");
        }
        List<PlayEvent> plays = new ArrayList<>();
        for (JsonNode event : array(log)) {
            double position = number(event.path("position"));
            double at = number(event.path("at"));
            if (position < 0 || at < 0 || at > Duration.ofDays(30).toMillis()) {
                throw new Malformed("An event has a position and a time, neither before the beginning.");
            }
            plays.add(new PlayEvent(
                    text(event.path("slot")), kind(event.path("kind")), position, Duration.ofMillis(Math.round(at))));
        }
        return plays;
    }

    static ArrayNode writePlays(List<PlayEvent> plays) {
        ArrayNode log = JsonNodeFactory.instance.arrayNode();
        plays.forEach(event -> log.addObject()
                .put("slot", event.slot())
                .put("kind", event.kind().name().toLowerCase(Locale.ROOT))
                .put("position", event.position())
                .put("at", event.at().toMillis()));
        return log;
    }

    private static PlayEvent.Kind kind(JsonNode node) {
        for (PlayEvent.Kind kind : PlayEvent.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(node.asText())) {
                return kind;
            }
        }
        throw new Malformed("An event is started, playing, stopped or ended.");
    }

    private static boolean flag(JsonNode given, String key) {
        if (!given.path(key).isBoolean()) {
            throw new Malformed("\"" + key + "\" is true or false.");
        }
        return given.get(key).booleanValue();
    }

    private static String text(JsonNode node) {
        // PostgreSQL keeps no NUL in a text
        if (!node.isTextual() || node.textValue().indexOf('\0') >= 0) {
            throw new Malformed("A text is needed.");
        }
        return node.textValue();
    }

    private static double number(JsonNode node) {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw new Malformed("A number is needed.");
        }
        return node.doubleValue();
    }

    private static int whole(JsonNode node) {
        if (!node.isInt()) {
            throw new Malformed("A whole number is needed.");
        }
        return node.intValue();
    }

    private static JsonNode array(JsonNode node) {
        if (!node.isArray()) {
            throw new Malformed("A list is needed.");
        }
        return node;
    }
}
