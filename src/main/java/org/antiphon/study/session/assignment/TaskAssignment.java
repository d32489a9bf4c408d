package org.antiphon.study.session.assignment;

import java.util.List;
import org.antiphon.study.design.document.Id;

/**
 * What one participant does in one task.
 *
 * @param pages the keys of the pages that count for the balance
 * @param training for each attempt its pages; empty if the task has no training
 * @param trials all pages in the order shown, with those that checks added
 * @param why from what it was drawn
 */
public record TaskAssignment(
        Id task, List<String> pages, List<List<Trial>> training, List<Trial> trials, Explanation why) {

    public TaskAssignment {
        pages = List.copyOf(pages);
        training = List.copyOf(training);
        trials = List.copyOf(trials);
    }
}
