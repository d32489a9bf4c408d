package org.antiphon.study.design;

import java.util.Map;
import java.util.Optional;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Limits;
import org.antiphon.study.design.document.Means;
import org.antiphon.study.design.document.Otherwise;
import org.antiphon.study.design.document.RefersTo;
import org.antiphon.study.design.document.Text;

/** One performance, of which each condition gives a version. */
public record Item(
        @Means("Its name; participants never see it.") Id id,
        @Means("Where its recording comes from.") Source source,

        @Means("What the performer meant to express, if a task asks for it.")
        Optional<Id> intention,

        @Means("Where in the recording the clip begins, in seconds.") @Limits(min = 0, max = 36_000) @Otherwise("0")
        double start,

        @Means("How long the clip is, in seconds.") @Limits(min = 0.5, max = 60)
        Optional<Double> seconds,

        @Means("For each uploaded condition, the name of this item's file.") @RefersTo("conditions")
        Map<Id, String> files,

        @Means("What is said or sung in it, for those who do not hear it: captions as WebVTT, or plain text.")
        Optional<Text> captions) {

    public Item {
        files = Map.copyOf(files);
    }
}
