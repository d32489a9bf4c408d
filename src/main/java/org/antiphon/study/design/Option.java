package org.antiphon.study.design;

import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Means;
import org.antiphon.study.design.document.Text;

/** Something one can choose. */
public record Option(
        @Means("Its name in the data.") Id id,
        @Means("Its words on the page.") Text label) {}
