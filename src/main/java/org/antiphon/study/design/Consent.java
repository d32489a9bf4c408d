package org.antiphon.study.design;

import java.util.List;
import java.util.Optional;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Limits;
import org.antiphon.study.design.document.Means;
import org.antiphon.study.design.document.Otherwise;
import org.antiphon.study.design.document.Text;

/** What participants agree to before anything else. */
public record Consent(
        @Means("The whole text.") Text text,

        @Means("Statements that are agreed to one by one.") @Limits(max = 20)
        List<Point> points,

        @Means("Whom to ask.") Optional<Text> contact) {

    /** One statement with a box to tick. */
    public record Point(
            @Means("Its name in the data.") Id id,
            @Means("The statement.") Text text,

            @Means("Whether one cannot take part without it.") @Otherwise("true")
            boolean required) {}
}
