package org.antiphon.study.design;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.antiphon.study.design.document.Findings;
import org.antiphon.study.design.document.Part;

/** Whether captions that claim to be WebVTT can be shown in time. */
final class CaptionRules {

    private static final String CLAIM = "WEBVTT";

    private static final Pattern CUE =
            Pattern.compile("(\\d+:)?\\d{1,2}:\\d{2}[.,]\\d{3}\\s+-->\\s+(\\d+:)?\\d{1,2}:\\d{2}[.,]\\d{3}.*");

    private CaptionRules() {}

    static void check(Part root, Findings findings) {
        for (Part item : root.each("items")) {
            item.get("captions").ifPresent(captions -> {
                Collection<Part> tongues = captions.entries().values();
                (tongues.isEmpty() ? List.of(captions) : tongues).forEach(one -> cues(one, findings));
            });
        }
    }

    private static void cues(Part captions, Findings findings) {
        String text = captions.text().orElse("");
        if (!text.startsWith(CLAIM)) {
            return;
        }
        if (text.lines().noneMatch(line -> CUE.matcher(line.strip()).matches())) {
            findings.refuse(
                    captions,
                    "These captions begin with WEBVTT and have no time in them: they would never be shown.",
                    "Write times such as \"00:00.000 --> 00:02.500\" with the words below, or plain text without WEBVTT.");
        }
        text.lines()
                .filter(line -> line.contains("-->"))
                .filter(line -> !CUE.matcher(line.strip()).matches())
                .findFirst()
                .ifPresent(line -> findings.advise(
                        captions,
                        "The time \"" + line.strip() + "\" cannot be read; its words would not be shown.",
                        "Write it as \"00:00.000 --> 00:02.500\"."));
    }
}
