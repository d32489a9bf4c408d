package org.antiphon.study.webmushra;

import java.util.Map;

/** Tells what stands in a configuration and was not asked for. */
final class LeftOver {

    private static final String SHOWN = "Studies here show what tells nobody which version is which.";

    /** Why a key that webMUSHRA knows is not carried over. */
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("showWaveform", "No waveform is shown. " + SHOWN),
            Map.entry("showConditionNames", "The names of conditions are not shown. " + SHOWN),
            Map.entry("enableLooping", "A part can always be looped here, whatever this says."),
            Map.entry("switchBack", "Playing always goes on at the same place."),
            Map.entry("strict", "Lengths and numbers are checked when the study is."),
            Map.entry("stimulus", "The level is set with a clip that the program makes."),
            Map.entry("defaultVolume", "The level begins at the participant's own."),
            Map.entry("maxStimuli", "All stimuli are judged; choose the assignment “subset” to ask for fewer."),
            Map.entry("showResults", "Participants do not see their results."),
            Map.entry("showErrors", "Participants do not see errors of the server."),
            Map.entry("writeResults", "Results are always kept; webMUSHRA does not look at this either."),
            Map.entry("popupContent", "There is no message in front of the last page."),
            Map.entry("bufferSize", "It is not needed here."),
            Map.entry("stopOnErrors", "A study whose files cannot be read is not published."),
            Map.entry("showButtonPreviousPage", "Answers that are saved are not changed; there is no way back."),
            Map.entry("remoteService", "Results are kept in the database of this server and nowhere else."),
            Map.entry("createAnchor35", "No anchor is made on this page, in webMUSHRA neither."),
            Map.entry("createAnchor70", "No anchor is made on this page, in webMUSHRA neither."),
            Map.entry("randomize", "The order is always drawn here."),
            Map.entry("img", "Answers are words here, without pictures."),
            Map.entry("imgSelected", "Answers are words here, without pictures."),
            Map.entry("imgHigherResponseSelected", "Answers are words here, without pictures."));

    private LeftOver() {}

    static void tell(Value.Block block, String where, Notes notes) {
        block.values().forEach((key, value) -> {
            if (!block.asked().contains(key)) {
                String reason = REASONS.get(key);
                notes.lost(
                        value.line(),
                        reason == null
                                ? "“" + key + "” of " + where + " is not known; webMUSHRA passes over it as well."
                                : "“" + key + "”: " + reason,
                        reason == null ? "If it is misspelt, correct it and import again." : "");
            }
        });
    }
}
