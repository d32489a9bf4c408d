package org.antiphon.study;

import org.antiphon.study.design.document.Finding;

/** Something that is wrong with a document, or could be better, as the editor shows it. */
record FindingView(boolean grave, int line, int column, String path, String what, String remedy) {

    static FindingView of(Finding finding) {
        return new FindingView(
                finding.severity() == Finding.Severity.REFUSED,
                finding.place().line(),
                finding.place().column(),
                finding.path(),
                finding.what(),
                finding.remedy());
    }
}
