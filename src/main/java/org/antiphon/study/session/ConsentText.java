package org.antiphon.study.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.antiphon.platform.Digest;
import org.antiphon.study.design.Consent;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Language;
import org.antiphon.study.session.answer.Answer;
import org.antiphon.study.session.answer.Refusal;

/** What exactly somebody agreed to. */
final class ConsentText {

    private ConsentText() {}

    /** SHA-256 of the text, the points with their ids and the contact, one a line, in one language and UTF-8. */
    static Digest digest(Consent consent, Language language) {
        StringBuilder text = new StringBuilder(consent.text().in(language)).append('\n');
        for (Consent.Point point : consent.points()) {
            text.append(point.id())
                    .append(": ")
                    .append(point.text().in(language))
                    .append('\n');
        }
        consent.contact().ifPresent(contact -> text.append(contact.in(language)).append('\n'));
        return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static List<Refusal> refusals(Consent consent, Digest shown, Answer.Agreed agreed) {
        List<Refusal> refusals = new ArrayList<>();
        if (!agreed.text().equals(shown)) {
            refusals.add(new Refusal("", "The text that was agreed to is not the text of this study."));
        }
        for (Consent.Point point : consent.points()) {
            if (point.required() && !agreed.points().contains(point.id())) {
                refusals.add(new Refusal(point.id().text(), "One cannot take part without agreeing to this."));
            }
        }
        List<Id> known = consent.points().stream().map(Consent.Point::id).toList();
        agreed.points().stream()
                .filter(point -> !known.contains(point))
                .forEach(point -> refusals.add(new Refusal(point.text(), "This was not asked.")));
        return refusals;
    }
}
