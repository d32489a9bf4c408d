package org.antiphon.study.design;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is not YAML, or more YAML than a study has, is refused where the slip was made, with a way out. */
class BadSyntaxTest {

    private static final List<Slip> SLIPS = List.of(
            new Slip("a tab", "  medium: video", "\tmedium: video", "medium", "", "tab", "Indent with spaces"),
            new Slip(
                    "a colon in a text",
                    "title: {en: A study, de: Eine Studie}",
                    "title: Reminder: listen",
                    "Reminder",
                    "",
                    "colon",
                    "in quotes"),
            new Slip("an open quote", "id: small", "id: 'small", "'small", "", "never closed", "Close it"),
            new Slip(
                    "an open bracket",
                    "languages: [en, de]",
                    "languages: [en, de",
                    "languages",
                    "",
                    "not closed",
                    "Close the bracket"),
            new Slip(
                    "a comma too few",
                    "{en: bad, de: schlecht}",
                    "{en: bad de: schlecht}",
                    "bad",
                    "",
                    "comma",
                    "commas"),
            new Slip(
                    "a wrong indentation",
                    "    kind: ground-truth",
                    "   kind: ground-truth",
                    "ground-truth",
                    "",
                    "indented",
                    "same number of spaces"),
            new Slip("a key without a colon", "id: small", "id", "id", "", "key without a colon", "key: value"),
            new Slip("a character that begins nothing", "id: small", "id: @small", "@small", "", "begin", "in quotes"),
            new Slip("a wrong escape", "\"How good?\"", "\"How \\good?\"", "good?", "", "backslash", "single quotes"),
            new Slip("an alias", "id: performed", "id: *performed", "*performed", "", "alias", "Write the value out"),
            new Slip(
                    "an anchor",
                    "id: performed",
                    "id: &x performed",
                    "&x",
                    "",
                    "alias or its anchor",
                    "Write the value out"),
            new Slip("a tag", "id: small", "id: !!java.net.URL small", "!!java", "", "tag", "Delete the tag"),
            new Slip("a second document", "conditions:", "---\nconditions:", "---", "", "second document", "two files"),
            new Slip("a bracket as key", "id: small", "[a, b]: small", "[a", "", "A key is a word", "quotes"),
            new Slip("a control character", "A study", "A\u0007 study", "study", "", "U+0007", "Delete"),
            new Slip("an escaped control character", "\"How good?\"", "\"How\\u0007\"", "How", "", "U+0007", "Delete"));

    @TestFactory
    Stream<DynamicTest> refusesItAtItsLineWithARemedy() {
        return Slip.allRefused(SLIPS);
    }
}
