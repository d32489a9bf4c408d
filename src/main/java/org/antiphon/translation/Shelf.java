package org.antiphon.translation;

import java.nio.file.Path;
import java.util.List;
import org.antiphon.model.ModelCard;

/** The models of a folder, told of without opening them. */
public final class Shelf {

    private Shelf() {}

    /** @param card its model card, in Markdown */
    public record Model(String family, String name, Path card) {}

    /**
     * One of each family, by name of the family; empty if there is no such folder.
     *
     * @throws java.io.UncheckedIOException naming a folder that cannot be read
     */
    public static List<Model> of(Path folder) {
        return ModelCard.in(folder).stream()
                .map(card -> new Model(card.family(), card.name(), card.path()))
                .toList();
    }
}
