package org.antiphon.study.design.document;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * What the parser stumbled over, told to somebody who knows the study and not the grammar. Whatever it stumbles over last,
 * the place is where the slip was made: an unclosed quote is shown where it opens, not where the file ends.
 */
record SyntaxTrouble(Place place, String what, String remedy) {

    static SyntaxTrouble of(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        String context = e.getContext() == null ? "" : e.getContext();
        Place here = place(e.getProblemMark(), e.getContextMark());
        Place began = place(e.getContextMark(), e.getProblemMark());
        if (problem.contains("(TAB)") || problem.contains("'\\t'")) {
            return new SyntaxTrouble(here, "This line is indented with a tab.", "Indent with spaces.");
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return new SyntaxTrouble(
                    here,
                    "A colon followed by a space begins a value, and there is one already.",
                    "Put the text in quotes, or indent the line like its neighbours.");
        }
        if (context.contains("quoted scalar") && problem.contains("end of stream")) {
            return new SyntaxTrouble(began, "This quote is never closed.", "Close it with the same kind of quote.");
        }
        if (problem.contains("escape character") || context.contains("double-quoted scalar")) {
            return new SyntaxTrouble(
                    here,
                    "A backslash in double quotes begins an escape, and this is none.",
                    "Use single quotes, or write the backslash twice.");
        }
        if (context.contains("flow sequence") || context.contains("flow mapping")) {
            String bracket = context.contains("sequence") ? "bracket" : "brace";
            return new SyntaxTrouble(
                    began,
                    "This " + bracket + " is not closed, or a comma is missing behind it (line " + here.line() + ").",
                    "Close the " + bracket + ", and put commas between what stands in it.");
        }
        if (context.contains("flow node")) {
            return new SyntaxTrouble(
                    began,
                    "A bracket or a brace before this place is not closed, or a value is missing here.",
                    "Close it, and write a value behind each comma.");
        }
        if (problem.contains("block end") || problem.startsWith("sequence entries are not allowed")) {
            return new SyntaxTrouble(
                    here,
                    "This line is not indented like the block that begins in line " + began.line() + ".",
                    "Indent lines that belong together by the same number of spaces.");
        }
        if (context.contains("simple key")) {
            return new SyntaxTrouble(
                    began,
                    "A key without a colon.",
                    "Write \"key: value\"; a text over several lines begins with | behind the colon.");
        }
        if (problem.contains("cannot start any token")) {
            return new SyntaxTrouble(here, "No value can begin with this character.", "Put the text in quotes.");
        }
        return new SyntaxTrouble(
                here, "This is not YAML (" + problem + ").", "Compare the line with one of the examples.");
    }

    private static Place place(Optional<Mark> first, Optional<Mark> second) {
        return first.or(() -> second).map(YamlReader::place).orElse(Place.START);
    }
}
