package org.antiphon.study.session.check;

/** What became of a check. */
public sealed interface Outcome {

    /** What was found, as a sentence. */
    String reason();

    record Passed(String reason) implements Outcome {}

    record Failed(String reason) implements Outcome {}

    /** It was not run, or could not be: nothing is known. */
    record NotRun(String reason) implements Outcome {}

    /** Passed or failed for one reason. */
    static Outcome of(boolean passed, String reason) {
        return passed ? new Passed(reason) : new Failed(reason);
    }
}
