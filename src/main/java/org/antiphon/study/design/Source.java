package org.antiphon.study.design;

import org.antiphon.study.design.document.Kind;
import org.antiphon.study.design.document.Limits;
import org.antiphon.study.design.document.Means;

/** Where the recording of an item comes from. */
public sealed interface Source {

    @Kind(value = "etude", means = "An etude of the built-in corpus.")
    record Etude(
            @Means("The seed of its corpus.") @Limits(min = 0)
            long seed,

            @Means("Which recording of that corpus, counted from 1.") @Limits(min = 1, max = 100_000)
            int number)
            implements Source {}

    @Kind(value = "sample", means = "A sample of the demo page.")
    record Sample(
            @Means("Its name there.") @Limits(max = 100) String name) implements Source {}

    @Kind(value = "translation", means = "What somebody gave to be translated.")
    record Translated(
            @Means("The id of the translation.") @Limits(max = 64)
            String translation) implements Source {}

    @Kind(value = "uploaded", means = "A file that was uploaded with the study.")
    record Uploaded(
            @Means("Its name among the uploaded files.") @Limits(max = 200)
            String file) implements Source {}
}
