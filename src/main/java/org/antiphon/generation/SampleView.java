package org.antiphon.generation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A shipped sample, with the addresses of its files. */
@Schema(name = "Sample")
public record SampleView(
        String id, String title, String performer, String intention, String direction, String poster, String media) {

    static SampleView of(Samples.Sample sample) {
        String self = "/api/samples/" + sample.id();
        return new SampleView(
                sample.id(),
                sample.title(),
                sample.performer(),
                sample.intention(),
                sample.direction(),
                self + "/poster",
                self + "/media");
    }
}
