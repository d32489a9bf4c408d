package org.antiphon.study.design;

import java.util.List;
import java.util.Optional;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Limits;
import org.antiphon.study.design.document.Means;
import org.antiphon.study.design.document.Text;

/** Questions on one page, anywhere in the flow. */
public record Questionnaire(
        @Means("Its name.") Id id,
        @Means("What stands above it.") Optional<Text> title,
        @Means("The questions.") @Limits(min = 1, max = 60) List<Question> questions) {}
