package org.antiphon.study;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.antiphon.study.design.StudyDocument;

/**
 * A document as the editor works on it.
 *
 * @param accepted whether it could be published as it is
 * @param tree what stands in it, as JSON; null if it is no YAML at all
 */
record DocumentView(
        String document,
        boolean accepted,
        List<FindingView> findings,
        @JsonRawValue String tree) {

    static DocumentView of(String document, Instant now) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        StudyDocument.Reading reading = StudyDocument.read(bytes, now);
        boolean accepted = reading instanceof StudyDocument.Reading.Accepted;
        List<FindingView> findings = (reading instanceof StudyDocument.Reading.Accepted read
                        ? read.advice()
                        : ((StudyDocument.Reading.Refused) reading).findings())
                .stream().map(FindingView::of).toList();
        return new DocumentView(
                document, accepted, findings, StudyDocument.tree(bytes).orElse(null));
    }
}
