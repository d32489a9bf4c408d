package org.antiphon.study.webmushra;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the notes of one import; each once, in the order of the configuration. */
final class Notes {

    private final Set<Note> notes = new LinkedHashSet<>();

    void repaired(int line, String what) {
        notes.add(new Note(Note.Kind.REPAIRED, line, what, ""));
    }

    void changed(int line, String what, String remedy) {
        notes.add(new Note(Note.Kind.CHANGED, line, what, remedy));
    }

    void lost(int line, String what, String remedy) {
        notes.add(new Note(Note.Kind.LOST, line, what, remedy));
    }

    List<Note> inOrder() {
        List<Note> sorted = new ArrayList<>(notes);
        sorted.sort(Comparator.naturalOrder());
        return List.copyOf(sorted);
    }
}
