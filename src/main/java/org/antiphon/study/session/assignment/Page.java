package org.antiphon.study.session.assignment;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.study.design.document.Id;

/** One item under one treatment: what a participant judges at a time, and what exposure is counted by. */
public record Page(Id item, Treatment treatment) {

    /** All pages a task can have, items first. */
    static List<Page> all(List<Id> items, List<Treatment> treatments) {
        List<Page> pages = new ArrayList<>();
        for (Id item : items) {
            for (Treatment treatment : treatments) {
                pages.add(new Page(item, treatment));
            }
        }
        return pages;
    }

    /** Its name where it is counted: {@code violin/performed+translated}. */
    public String key() {
        return item + "/" + treatment.name();
    }
}
