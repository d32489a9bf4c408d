package org.antiphon.study.session.answer;

import java.util.List;
import java.util.Optional;

/** Which values a question takes. */
public sealed interface Accepts {

    /** Why {@code value} is none of them; empty if it is. */
    Optional<String> refusal(Value value);

    /** A number between two bounds, both possible. */
    record Range(double lowest, double highest, boolean whole) implements Accepts {
        @Override
        public Optional<String> refusal(Value value) {
            if (!(value instanceof Value.Amount amount) || !Double.isFinite(amount.number())) {
                return Optional.of("A number is needed.");
            }
            if (amount.number() < lowest || amount.number() > highest) {
                return Optional.of("The number must be from " + lowest + " to " + highest + ".");
            }
            return whole && amount.number() != Math.rint(amount.number())
                    ? Optional.of("The number must be whole.")
                    : Optional.empty();
        }
    }

    /** One of these. */
    record OneOf(List<String> choices) implements Accepts {
        public OneOf {
            choices = List.copyOf(choices);
        }

        @Override
        public Optional<String> refusal(Value value) {
            return value instanceof Value.Choice choice && choices.contains(choice.chosen())
                    ? Optional.empty()
                    : Optional.of("One of these is needed: " + String.join(", ", choices) + ".");
        }
    }

    /** Some of these, between two counts. */
    record SomeOf(List<String> choices, int least, int most) implements Accepts {
        public SomeOf {
            choices = List.copyOf(choices);
        }

        @Override
        public Optional<String> refusal(Value value) {
            if (!(value instanceof Value.Choices given) || !choices.containsAll(given.chosen())) {
                return Optional.of("Only these can be chosen: " + String.join(", ", choices) + ".");
            }
            int size = given.chosen().size();
            return size < least || size > most
                    ? Optional.of("Choose from " + least + " to " + Math.min(most, choices.size()) + ".")
                    : Optional.empty();
        }
    }

    /** Text of limited length. */
    record Text(int longest) implements Accepts {
        @Override
        public Optional<String> refusal(Value value) {
            if (!(value instanceof Value.Words words) || words.words().isBlank()) {
                return Optional.of("Words are needed.");
            }
            int length = words.words().codePointCount(0, words.words().length());
            return length > longest
                    ? Optional.of("At most " + longest + " characters, these are " + length + ".")
                    : Optional.empty();
        }
    }

    /** A cell of a square. */
    record Grid(int steps) implements Accepts {
        @Override
        public Optional<String> refusal(Value value) {
            return value instanceof Value.Cell cell && inside(cell.valence()) && inside(cell.arousal())
                    ? Optional.empty()
                    : Optional.of("A cell of the " + steps + " by " + steps + " grid is needed.");
        }

        private boolean inside(int coordinate) {
            return coordinate >= 1 && coordinate <= steps;
        }
    }
}
