package org.antiphon.study.webmushra;

import java.util.ArrayList;
import java.util.List;

/** The pages of a configuration one after another, out of lists in lists. */
final class Pages {

    private Pages() {}

    static List<Value.Block> flat(List<Value> pages, Notes notes) {
        List<Value.Block> flat = new ArrayList<>();
        for (Value page : pages) {
            if (page instanceof Value.Block block) {
                flat.add(block);
            } else if (page instanceof Value.Listing list) {
                boolean random = !list.values().isEmpty()
                        && list.values().get(0) instanceof Value.Words words
                        && words.text().equals("random");
                List<Value.Block> inside =
                        flat(random ? list.values().subList(1, list.values().size()) : list.values(), notes);
                tell(list, random, inside, notes);
                flat.addAll(inside);
            } else {
                notes.lost(page.line(), "This is no page.", "");
            }
        }
        return flat;
    }

    private static void tell(Value.Listing list, boolean random, List<Value.Block> inside, Notes notes) {
        long kinds = inside.stream()
                .map(page -> page.text("type").orElse(""))
                .distinct()
                .count();
        if (random && kinds > 1) {
            notes.lost(
                    list.line(),
                    "Pages of different types are not shuffled among each other; items of one task are.",
                    "Their order is that of the flow.");
        } else if (!random && inside.size() > 1) {
            notes.changed(
                    list.line(),
                    "A block of pages is not kept together: items of one task are in an order of their own.",
                    "");
        }
    }

    /** HTML as text; what does not come along is told. */
    static String plain(String html, int line, Notes notes) {
        Markup markup = Markup.of(html);
        if (markup.hadScript()) {
            notes.lost(line, "A script was left out: no page of a study runs one.", "");
        }
        if (markup.hadMedia()) {
            notes.lost(line, "Pictures, sounds or frames within the text were left out.", "Clips belong into items.");
        } else if (markup.hadTags()) {
            notes.changed(line, "The text lost its HTML; paragraphs stayed.", "");
        }
        return markup.text();
    }
}
